import type { ActivityView } from "#src/domain/requests/activity.ts";
import { day } from "./format.ts";
import { someNames } from "./some-names.ts";

/** 11月28日(周六) 09:00; with the year where it is not this one. */
export const activityWhen = ({ on, time }: ActivityView): string => `${day(on)} ${time}`;

/** Whom no channel reaches; nothing where everybody is reached. */
export const toTelephone = (unreached: readonly string[]): string | false =>
  unreached.length > 0 && `消息送不到,请打电话:${someNames(unreached, 60)}`;

/** 活-2026-017 11月28日(周六) 09:00 羊昌镇代表小组活动 */
export const activityLine = (activity: ActivityView): string =>
  `${activity.number} ${activityWhen(activity)} ${activity.title}`;
