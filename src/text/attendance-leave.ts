import type { ActivityView } from "#src/domain/requests/activity.ts";
import { activityLine } from "./activity-words.ts";
import { short } from "./format.ts";

const listed = (names: readonly string[]): string => short(names.join("、"), 60);

/** What a register that calls people on leave does about it. */
export const leaveLines = (granting: readonly string[], waiting: readonly string[]): (string | false)[] => [
  granting.length > 0 && `${listed(granting)}没有请过假:登记就是您准了假,会告诉本人。`,
  waiting.length > 0 && `${listed(waiting)}的请假还没批:先记缺席,准了假自动改为请假。`,
];

/** Why a register cannot call people on leave, and what to do. */
export const noLeaveLines = (activity: ActivityView, names: readonly string[]): string[] => [
  `还没有登记。没有准过假,不能登记为请假:${listed(names)}`,
  activityLine(activity),
  "没来的请登记缺席。请了还没批的,先准假;没请的,本人可以补假。",
];
