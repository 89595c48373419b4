import type { AnswerToNone, GivenAnswer, SeveralAnswered } from "#src/domain/requests/several-answers.ts";
import { assertNever } from "#src/kernel/never.ts";
import { ACTIVITY_REFUSED } from "./activity-refused.ts";
import { activityLine } from "./activity-words.ts";
import { leaveReason } from "./leave-reason-words.ts";
import { type Rendered, words } from "./rendered.ts";
import { soon } from "./soon.ts";

/** What became of several answers that were given in one breath, line by line. */
export const severalAnswered = ({ given, unreasoned, unmet }: SeveralAnswered): Rendered =>
  words(
    given.some(isDone) ? "都看到了,记下:" : "还没有记下:",
    ...given.flatMap(linesOf),
    ...leaveLines(given.filter((one) => one.of === "activity.leave-sent")),
    given.some((one) => one.of === "activity.answered" && one.tookBack !== undefined) &&
      soon("把撤回请假告诉批假的人。"),
    ...unmet.map(unmetLine),
    unmet.some((one) => one.leftAlone !== true) && "说“活动”看安排。",
    unreasoned.length > 0 && "还有请假没说原因,接着问您:",
  );

const leaveLines = (sent: readonly Extract<GivenAnswer, { of: "activity.leave-sent" }>[]) => [
  sent.some((one) => one.again) && "上次没有批准的,批下来之前还按没有请假算。",
  sent.some((one) => one.to === null)
    ? "名册里还没有能批假的人,请假请直接联系代表工委。"
    : sent.length > 0 && "请假等批准,结果会告诉您。",
];

const unmetLine = ({ said, among, leftAlone }: AnswerToNone): string => {
  if (leftAlone === true) return `${said} 您请了假,没有动。也来,请说:参加 ${said}`;
  return among.length === 0
    ? `“${said}”没有对上叫您去的活动,没有记。`
    : `“${said}”是哪一场?没有记。请带编号说:参加 ${among.slice(0, 3).join(" 或 ")}`;
};

const isDone = (one: GivenAnswer): boolean => one.of !== "activity.not-answered";

function linesOf(one: GivenAnswer): readonly string[] {
  switch (one.of) {
    case "activity.answered": {
      const back = one.tookBack === undefined ? "" : "(原来请的假撤回)";
      return [`参加${back}:${activityLine(one.activity)}`];
    }
    case "activity.leave-sent":
      return [
        `${one.late ? "补假" : "请假"}(${leaveReason(one.reason, one.said)}):${activityLine(one.activity)}`,
      ];
    case "activity.leave-stands":
      return [`请假已经批准:${activityLine(one.activity)}`];
    case "activity.leave-waits":
      return [`请假还在等批准:${activityLine(one.activity)}`];
    case "activity.not-answered":
      return [`没有记:${one.activity} ${ACTIVITY_REFUSED[one.why][0]}`];
    default:
      return assertNever(one);
  }
}
