import type { ActivityView } from "#src/domain/requests/activity.ts";
import { day } from "./format.ts";

/** 11月28日(周六) 09:00 */
export const activityWhen = ({ on, time }: ActivityView): string => `${day(on)} ${time}`;

/** 活-2026-017 11月28日(周六) 09:00 羊昌镇代表小组活动 */
export const activityLine = (activity: ActivityView): string =>
  `${activity.number} ${activityWhen(activity)} ${activity.title}`;
