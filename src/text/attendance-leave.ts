import type { ActivityView } from "#src/domain/requests/activity.ts";
import type { AttendanceOutcome } from "#src/domain/requests/attendance.ts";
import { someNames } from "./some-names.ts";
import { activityLine } from "./activity-words.ts";

const listed = (names: readonly string[]): string => someNames(names, 60);

/** What a register that calls people on leave does about it. */
export const leaveLines = (granting: readonly string[], waiting: readonly string[]): (string | false)[] => [
  granting.length > 0 && `${listed(granting)}没有请过假:登记就是您准了假,会告诉本人。`,
  waiting.length > 0 && `${listed(waiting)}的请假还没批:先记缺席,准了假自动改为请假。`,
];

/** Of whom it is to be asked before anything follows: leave was begun and never said why. */
export const unfinishedLine = (names: readonly string[] = []): string | false =>
  names.length > 0 && `${listed(names)}提过请假,没说原因,没请成:请先问一下本人,他可以补假。`;

/** Why a register cannot call people on leave, and what to do. */
export const noLeaveLines = (activity: ActivityView, names: readonly string[]): string[] => [
  `还没有登记。没有准过假,不能登记为请假:${listed(names)}`,
  activityLine(activity),
  "没来的请登记缺席。请了还没批的,先准假;没请的,本人可以补假。",
];

/** Why leave that was granted keeps a correction back, and who can make it. */
export function standingLeaveLines(
  outcome: Extract<AttendanceOutcome, { of: "attendance.leave-stands" | "attendance.leave-of-session" }>,
): string[] {
  const { activity, name } = outcome;
  if (outcome.of === "attendance.leave-of-session")
    return [
      `${name}代表请了整个会议的假,已批准,没有改动:`,
      activityLine(activity),
      `要撤销这份假,请由批假的人改整个会议:改考勤 ${outcome.session} ${name} 缺席`,
    ];
  const { deciders } = outcome;
  return [
    `${name}代表的假已经批准,改为缺席就要撤销它,没有改动:`,
    activityLine(activity),
    `请能批这个假的人来改:${deciders.length > 0 ? `${listed(deciders)},或` : ""}代表工委`,
  ];
}
