import type { ActivityNews, ActivityOutcome, ActivityRefusal } from "#src/domain/requests/activity.ts";
import { assertNever } from "#src/kernel/never.ts";
import { renderActivityAnswer } from "./activity-answers.ts";
import { ACTIVITY_REFUSED } from "./activity-refused.ts";
import { isPlanReply, type PlanReply, renderPlanReply } from "./activity-question.ts";
import { renderActivityChange } from "./activity-change.ts";
import { sittingsOff } from "./sittings-off.ts";
import { activityLine, activityWhen } from "./activity-words.ts";
import { renderForetold } from "./coming-answers.ts";
import { renderLeaveNews } from "./leave-news.ts";
import { LEAVE_HINTS } from "./leave-hints.ts";
import { type Rendered, words } from "./rendered.ts";

/** Everything that is said about activities. */
export type ActivityReply =
  | ActivityNews
  | {
      readonly kind: "activity.answer";
      readonly outcome: ActivityOutcome;
      /** It comes back after another topic. */
      readonly again?: true;
    }
  /** A wish for leave was let go; `refusing`: a refusal of one was. */
  | { readonly kind: "activity.leave-dropped"; readonly refusing?: true }
  /** How something is said so that it is done: nothing was done yet. */
  | { readonly kind: "activity.leave-hint"; readonly of: keyof typeof LEAVE_HINTS }
  /** A deputy would call an activity off: staff do that, and a deputy asks for leave. */
  | { readonly kind: "activity.not-yours-to-cancel"; readonly activity: string }
  | PlanReply
  | { readonly kind: "activity.dropped" }
  | { readonly kind: "activity.refused"; readonly why: ActivityRefusal };

/** Puts what is said about activities into words. */
export function renderActivity(reply: ActivityReply): Rendered {
  if (isPlanReply(reply)) return renderPlanReply(reply);
  switch (reply.kind) {
    case "activity.invited":
      return invited(reply);
    case "activity.changed":
    case "activity.nudged":
      return renderActivityChange(reply);
    case "activity.cancelled":
      return cancelled(reply);
    case "activity.leave-asked":
    case "activity.leave-settled":
    case "activity.leave-withdrawn":
    case "activity.leave-void":
    case "activity.leave-unused":
      return renderLeaveNews(reply);
    case "activity.foretold":
      return renderForetold(reply);
    case "activity.leave-decided":
      return words(
        `您的请假${reply.approved ? "已批准" : "没有批准"}:${activityLine(reply.activity)}`,
        reply.note !== "" && `说明:${reply.note}`,
        reply.corrected === true && "考勤已从缺席改为请假,相关的提醒跟着改。",
        reply.approved
          ? `${reply.by}批的,这次不算缺席。`
          : NOT_GRANTED[reply.begun === true ? "begun" : "ahead"],
      );
    case "activity.answer":
      return reply.again === true
        ? unfinished(renderActivityAnswer(reply.outcome))
        : renderActivityAnswer(reply.outcome);
    case "activity.not-yours-to-cancel":
      return words("活动由工作人员来取消。", `您来不了,请说:请假 ${reply.activity} 原因`);
    case "activity.leave-hint":
      return words(...LEAVE_HINTS[reply.of]);
    case "activity.leave-dropped":
      return leaveDropped(reply.refusing === true);
    case "activity.dropped":
      return words("好的,没有发布,谁也没有通知。");
    case "activity.refused":
      return words(...ACTIVITY_REFUSED[reply.why]);
    default:
      return assertNever(reply);
  }
}

const cancelled = ({
  activity,
  sittings,
  reason,
  leaveWaited,
}: Extract<ActivityReply, { kind: "activity.cancelled" }>): Rendered =>
  words(
    `取消通知:${activityLine(activity)}`,
    sittingsOff(sittings),
    reason !== "" && `原因:${reason}`,
    leaveWaited === true ? "这次不用来了,您请的假也不用等批了。" : "这次不用来了,也不用请假。",
  );

const NOT_GRANTED = {
  ahead: "请尽量到会;有疑问请联系工作人员。",
  begun: "没到会的,这次按没有请假算;有证明或有疑问,请联系工作人员。",
} as const;

const leaveDropped = (refusing: boolean): Rendered =>
  refusing
    ? words("好的,没有改动。这份请假还在等您批。")
    : words("没有请假。", "能来请说:参加;要请假再说:请假 原因");

const unfinished = (rendered: Rendered): Rendered => ({
  ...rendered,
  text: `请假还差一步。${rendered.text}`,
});

function invited({ activity, content }: Extract<ActivityNews, { kind: "activity.invited" }>): Rendered {
  return {
    text: [
      `通知:${activity.title}`,
      activityWhen(activity),
      ...(activity.place === null ? [] : [`地点:${activity.place}`]),
      ...(content === null ? [] : [`内容:${content}`]),
      "能不能来?请点一下。",
    ].join("\n"),
    choices: [
      { label: "参加", act: { do: "activity.coming", activity: activity.number } },
      { label: "请假", act: { do: "activity.leave", activity: activity.number } },
    ],
    number: activity.number,
  };
}
