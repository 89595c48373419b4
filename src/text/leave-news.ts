import type { ActivityView } from "#src/domain/requests/activity.ts";
import type { LeaveNews } from "#src/domain/requests/leave-decision.ts";
import { assertNever } from "#src/kernel/never.ts";
import { activityLine, activityWhen } from "./activity-words.ts";
import { short } from "./format.ts";
import { LEAVE_APPROVER_WORDS } from "./leave-approver-words.ts";
import { leaveReason } from "./leave-reason-words.ts";
import { type Rendered, words } from "./rendered.ts";
import { someNames } from "./some-names.ts";

type Told = Exclude<LeaveNews, { kind: "activity.leave-decided" }>;
type Of<K extends Told["kind"]> = Extract<Told, { kind: K }>;

/** Puts into words what those hear of leave who decide on it. */
export function renderLeaveNews(news: Told): Rendered {
  switch (news.kind) {
    case "activity.leave-asked":
      return leaveAsked(news);
    case "activity.leave-settled":
      return leaveSettled(news);
    case "activity.leave-withdrawn":
      return leaveWithdrawn(news);
    case "activity.leave-unused":
      return words(
        `登记您到会了:${activityLine(news.activity)}`,
        "请过的假没有用上,不影响您。",
        "登记不对,请告诉工作人员。",
      );
    case "activity.leave-void":
      return leaveVoid(news);
    default:
      return assertNever(news);
  }
}

function leaveAsked({
  activity,
  name,
  reason,
  said,
  late,
  again,
  inPlaceOf,
}: Of<"activity.leave-asked">): Rendered {
  return {
    ...words(
      `${name}代表${late ? "补" : "请"}假:${leaveReason(reason, said)}`,
      activityLine(activity),
      late && "活动已经开始或结束,这是补假。",
      again && "上次没有批准,这是再次请假;批下来之前按没有请假算。",
      inPlaceOf !== undefined && `本该由${LEAVE_APPROVER_WORDS[inPlaceOf]}批,眼下没有可以批的人,请您来批。`,
      `不准要说明原因:不准 ${name} 理由`,
    ),
    choices: [
      {
        label: "准假",
        act: { do: "activity.decide-leave", name, activity: activity.number, approve: true, note: "" },
      },
      {
        label: "不准",
        act: { do: "activity.decide-leave", name, activity: activity.number, approve: false, note: "" },
      },
    ],
    number: activity.number,
  };
}

const leaveSettled = ({ approved, by, wishes }: Of<"activity.leave-settled">): Rendered =>
  words(
    `不用再批,${by}${approved ? "已准假" : "没有准假"}:`,
    ...wishes.map(({ name, activity }) => `${name}代表,${activityLine(activity)}`),
  );

const leaveWithdrawn = ({ name, activity, approved, session }: Of<"activity.leave-withdrawn">): Rendered =>
  words(
    `${name}代表改为参加:${activityLine(activity)}`,
    session === undefined
      ? `原来${approved ? "批准的" : "请的"}假,本人撤回了${approved ? "。" : ",不用再批。"}`
      : `只来这一次;“${short(session.title, 30)}”其他各次,${approved ? "批准的假还算数。" : "请的假还等着批。"}`,
  );

const leaveVoid = ({ names, activity, before, off }: Of<"activity.leave-void">): Rendered =>
  words(
    `不用再批假:${someNames(names, 60)}`,
    ...(off === true ? [`这场取消了:${activityLine(activity)}`] : movedLines(activity, before)),
  );

const movedLines = (activity: ActivityView, before: ActivityView): readonly string[] => [
  `日子改了,原来那天的假不算了:${activityLine(activity)}(原${activityWhen(before)})`,
  "新的这天来不了的,会重新请假。",
];
