import type { Act } from "#src/domain/act.ts";
import { LEAVE_REASONS, type LeaveReason } from "#src/domain/leave-reason.ts";
import type { ActivityOutcome, ActivityView } from "#src/domain/requests/activity.ts";
import { assertNever } from "#src/kernel/never.ts";
import { toldApart } from "./activity-labels.ts";
import { leftLine } from "./left-line.ts";
import { activityLine } from "./activity-words.ts";
import { LEAVE_APPROVER_WORDS } from "./leave-approver-words.ts";
import { leaveReason } from "./leave-reason-words.ts";
import { namesakeWords } from "./namesake-words.ts";
import { type Rendered, words } from "./rendered.ts";
import { ownLeaves } from "./own-leaves.ts";
import { soon } from "./soon.ts";

const REASONS = ["business_trip", "illness", "official_meeting", "family", "work_shift", "other"] as const;

type Of<K extends ActivityOutcome["of"]> = Extract<ActivityOutcome, { of: K }>;
type Leave = Of<
  | "activity.own-leaves"
  | "activity.why-leave"
  | `activity.leave-${"unsure" | "sent" | "stands" | "waits" | "decided-before" | "done"}`
  | "activity.which-wish"
  | "activity.why-refuse"
>;

const leaveSent = ({ activity, reason, said, late, again, to }: Of<"activity.leave-sent">): Rendered => ({
  ...words(
    `已替您${late ? "补假" : "请假"}(${leaveReason(reason, said)}):`,
    activityLine(activity),
    late && "活动已经开始,这次注明是补假。",
    again && "上次没有批准;批下来之前,还按没有请假算。",
    to === null
      ? "名册里还没有能批假的人,请直接联系代表工委。"
      : `${again ? "再" : ""}转给${LEAVE_APPROVER_WORDS[to]},等批准,结果会告诉您。`,
  ),
  // What was understood wrong is taken back with one tap.
  choices: late
    ? []
    : [{ label: "撤回请假", act: { do: "activity.coming", activity: activity.number, leaveBack: true } }],
  number: activity.number,
});

const whyLeave = ({ activity, also = [] }: Of<"activity.why-leave">): Rendered => ({
  ...words(
    ...[activity, ...also].map((one) => `请假:${activityLine(one)}`),
    "什么原因?点一下,或者说:请假 出差",
  ),
  choices: [
    ...REASONS.map((reason) => ({
      label: LEAVE_REASONS[reason],
      act: leaveFor(reason, activity, also),
    })),
    { label: "不请了", act: { do: "card.drop", card: "leave" } },
  ],
});

// The same reason holds for all that were named in one breath.
const leaveFor = (reason: LeaveReason, { number }: ActivityView, also: readonly ActivityView[]): Act => {
  const numbers = [number, ...also.map((one) => one.number)];
  return numbers.length === 1
    ? { do: "activity.leave", activity: number, reason }
    : {
        do: "activity.answer-several",
        answers: numbers.map((activity) => ({ activity, coming: false, reason })),
        unmet: [],
      };
};

const leaveUnsure = ({ activity, implied, reason, note }: Of<"activity.leave-unsure">): Rendered => ({
  ...words(activityLine(activity), "您是要请假吗?还没有替您请。"),
  choices: [
    {
      label: reason === undefined ? "请假" : `请假(${LEAVE_REASONS[reason]})`,
      act: {
        do: "activity.leave",
        activity: activity.number,
        ...(reason && { reason }),
        ...(note && { note }),
      },
    },
    { label: "参加", act: { do: "activity.coming", activity: activity.number } },
    ...(implied === true ? [{ label: "都不是", act: { do: "card.drop", card: "leave" } } as const] : []),
  ],
  number: activity.number,
});

const asBefore = ({ of, activity }: Of<"activity.leave-stands" | "activity.leave-waits">): Rendered =>
  of === "activity.leave-stands"
    ? words(`这次请假已经批准了:${activityLine(activity)}`, "不用再请。又能来了,说:参加")
    : words(`这次已经请过假,还在等批准:${activityLine(activity)}`, "结果会告诉您,不用再请。");

const whyRefuse = ({ name, activity }: Of<"activity.why-refuse">): Rendered => ({
  ...words(`不准${name}代表的假,要说明理由:`, activityLine(activity), "请直接发理由,比如:当天有表决"),
  choices: [{ label: "算了", act: { do: "card.drop", card: "leave" } }],
  number: activity.number,
});

function decidedBefore({ state, by, name }: Of<"activity.leave-decided-before">): string {
  if (state === "withdrawn")
    return `${name}代表的这份请假不算了,不用批(本人改为参加、活动改了日期,或者考勤更正了):`;
  return `${by ?? "别的工作人员"}已经${state === "approved" ? "准假" : "没有准假"}了,没有改动:${name}代表`;
}

const MOST_WISHES = 6;

// Several may wish to be away from one and the same activity.
function labelAmong(leaves: readonly { readonly activity: ActivityView }[], of: ActivityView): string {
  const each = new Map(leaves.map(({ activity }) => [activity.number, activity]));
  return (
    toldApart([...each.values()]).find(({ activity }) => activity.number === of.number)?.label ?? of.title
  );
}

/** Puts into words what became of a wish for leave, or of a decision on it. */
export function renderLeaveAnswer(outcome: Leave): Rendered {
  switch (outcome.of) {
    case "activity.own-leaves":
      return ownLeaves(outcome);
    case "activity.why-leave":
      return whyLeave(outcome);
    case "activity.leave-unsure":
      return leaveUnsure(outcome);
    case "activity.leave-sent":
      return leaveSent(outcome);
    case "activity.leave-stands":
    case "activity.leave-waits":
      return asBefore(outcome);
    case "activity.which-wish": {
      const { name, approve, note, leaves } = outcome;
      return {
        ...words(
          `${name}有${leaves.length}份请假在等,还没有批。是哪一份?`,
          leftLine(leaves, MOST_WISHES, "份", "看全说:待办 请假"),
        ),
        // Without a name it is anybody's.
        choices: leaves.slice(0, MOST_WISHES).map(({ leave, activity, ...who }) => ({
          label: `${namesakeWords(who)} ${labelAmong(leaves, activity)}`,
          act: {
            do: "activity.decide-leave",
            name: who.name,
            activity: activity.number,
            approve,
            note,
            leave,
            ask: true,
          },
        })),
      };
    }
    case "activity.why-refuse":
      return whyRefuse(outcome);
    case "activity.leave-decided-before":
      return words(decidedBefore(outcome), activityLine(outcome.activity));
    case "activity.leave-done":
      return words(
        `${outcome.approved ? "已准假" : "没有准假"}:${outcome.name}代表`,
        activityLine(outcome.activity),
        soon("告诉本人。"),
      );
    default:
      return assertNever(outcome);
  }
}
