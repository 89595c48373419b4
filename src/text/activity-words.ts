import type { Day } from "#src/domain/day.ts";
import type { ActivityView } from "#src/domain/requests/activity.ts";
import { day } from "./format.ts";

/** 11月28日(周六) 09:00; with the year where it is known not to be this one. */
export const activityWhen = ({ on, time }: ActivityView, today?: Day): string => `${day(on, today)} ${time}`;

/** 活-2026-017 11月28日(周六) 09:00 羊昌镇代表小组活动 */
export const activityLine = (activity: ActivityView, today?: Day): string =>
  `${activity.number} ${activityWhen(activity, today)} ${activity.title}`;
