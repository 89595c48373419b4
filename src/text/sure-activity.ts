import { ACTIVITY_KINDS, ATTENDANCE_STATUSES } from "#src/domain/activity.ts";
import { LEAVE_REASONS } from "#src/domain/leave-reason.ts";
import type { Rest } from "#src/domain/rest-day.ts";
import type { SureQuestion } from "#src/domain/sure-question.ts";
import { assertNever } from "#src/kernel/never.ts";
import { someNames } from "./some-names.ts";
import { absenceQuestion } from "./sure-absence.ts";
import { elsewhereLines } from "./elsewhere-lines.ts";
import { finaliseLines } from "./finalise-lines.ts";
import { foreseenLines } from "./foreseen-lines.ts";
import { MOVED, type SureWords } from "./sure-words.ts";
import { cancelledLines } from "./cancelled-lines.ts";
import { changeLines } from "./activity-change.ts";
import { activityLine } from "./activity-words.ts";
import { leaveLines, unfinishedLine } from "./attendance-leave.ts";
import { tallyLines } from "./attendance.ts";
import { timesLines } from "./times-present.ts";
import { day, short } from "./format.ts";
import { leavesQuestion } from "./leaves-decision.ts";
import { owedQuestion } from "./on-paper.ts";
import { planSure } from "./plan-question.ts";
import { sessionPlanLines } from "./session.ts";

const KINDS = [
  "sure.publish",
  "sure.plan",
  "sure.plan-gone",
  "sure.fix-day",
  "sure.drop-undated",
  "sure.session",
  "sure.cancel",
  "sure.change",
  "sure.nudge-answer",
  "sure.register",
  "sure.finalise",
  "sure.correct",
  "sure.leave",
  "sure.leaves",
  "sure.objection",
  "sure.case",
  "sure.paper",
  "sure.nudge-owing",
] as const;
type Kind = (typeof KINDS)[number];

/** What is asked before something about an activity is done. */
export type ActivityQuestion = Extract<SureQuestion, { kind: Kind }>;

/** True for what is asked about activities, and about what deputies owe. */
export const isActivityQuestion = <T extends { readonly kind: string }>(
  question: T,
): question is T & { readonly kind: Kind } => (KINDS as readonly string[]).includes(question.kind);

/** Puts into words what a yes would do to an activity. */
export function activityQuestion(question: ActivityQuestion): SureWords {
  switch (question.kind) {
    case "sure.publish":
      return question.plan.held === true
        ? { yes: "对,补登", lines: heldLines(question) }
        : { yes: "对,发通知", lines: planLines(question) };
    case "sure.plan":
    case "sure.plan-gone":
    case "sure.fix-day":
    case "sure.drop-undated":
      return planSure(question);
    case "sure.session":
      return { yes: "对,发通知", lines: sessionPlanLines(question.plan, question.people) };
    case "sure.cancel":
      return { yes: "对,取消这场", lines: cancelledLines(question) };
    case "sure.change":
      return { yes: "对,改并通知", lines: changed(question) };
    case "sure.nudge-answer":
      return { yes: "对,催一下", lines: nudged(question) };
    case "sure.register":
      return {
        yes: "对,登记",
        lines: [
          question.moved && MOVED,
          `这样登记,对吗?${activityLine(question.activity)}`,
          ...tallyLines(question.tally),
          ...timesLines(question.times),
          ...leaveLines(question.granting, question.waiting),
          ...elsewhereLines(question),
          unfinishedLine(question.unfinished),
        ],
      };
    case "sure.finalise":
      return { yes: "对,定稿", lines: finaliseLines(question) };
    case "sure.correct":
      return { yes: "对,更正", lines: corrected(question) };
    case "sure.objection":
    case "sure.case":
      return absenceQuestion(question);
    case "sure.paper":
    case "sure.nudge-owing":
      return owedQuestion(question);
    case "sure.leave":
      return { yes: question.approve ? "对,准假" : "对,不准假", lines: wishLines(question) };
    case "sure.leaves":
      return leavesQuestion(question);
    default:
      return assertNever(question);
  }
}

const REST = {
  weekend: "注意:这天是周末。",
  "weekend-worked": "注意:这天是周末,调休要上班。",
  holiday: "注意:这天放假。",
  "weekend-unsure": "注意:这天是周末,那年的放假安排还没有,上不上班请核对。",
} as const satisfies Record<Rest, string>;

const heldLines = ({ plan, people }: Extract<ActivityQuestion, { kind: "sure.publish" }>) => [
  "已经开过、没在这里发的活动,这样补登,对吗?",
  `${plan.org} ${ACTIVITY_KINDS[plan.kind]}`,
  `时间:${day(plan.on)} ${plan.time}`,
  plan.place !== undefined && `地点:${plan.place}`,
  plan.content !== undefined && `内容:${short(plan.content, 80)}`,
  `名单${people.length}人:${someNames(people, 100)}`,
  "不给代表发通知。",
];

const planLines = ({ plan, people, rest }: Extract<ActivityQuestion, { kind: "sure.publish" }>) => [
  "这样发布,对吗?",
  `${plan.org} ${ACTIVITY_KINDS[plan.kind]}`,
  `时间:${day(plan.on)} ${plan.time}`,
  plan.place !== undefined && `地点:${plan.place}`,
  plan.content !== undefined && `内容:${short(plan.content, 80)}`,
  rest !== undefined && REST[rest],
  `通知${people.length}人:${someNames(people, 100)}`,
];

const nudged = ({ activity, names, rest }: Extract<ActivityQuestion, { kind: "sure.nudge-answer" }>) => [
  activityLine(activity),
  `还没答复的${names.length}人:${someNames(names, 160)}`,
  "只催他们,请了假的不打扰。",
  rest === "weekend-unsure" && "注意:今天是周末,今年的放假安排还没有。要等上班再催,请那天再说。",
];

const changed = (question: Extract<ActivityQuestion, { kind: "sure.change" }>) => [
  `这样改,对吗?${activityLine(question.before)}`,
  ...changeLines(question),
  question.rest !== undefined && REST[question.rest],
  question.people === 0 ? "还没有发过通知,不用告诉谁。" : `通知${question.people}人。`,
  question.activity.on !== question.before.on && "日子变了,会请大家重新答复;已准的假不变。",
];

const wishLines = ({
  activity,
  name,
  reason,
  late,
  approve,
  note,
  moved,
}: Extract<ActivityQuestion, { kind: "sure.leave" }>) => [
  moved && MOVED,
  `${approve ? "准假" : "不准假"},对吗?${name}代表${late ? "补假" : "请假"}:${LEAVE_REASONS[reason]}`,
  activityLine(activity),
  note !== "" && `您的说明:${short(note, 80)}`,
  approve ? "会告诉本人,这次不算缺席。" : "会告诉本人;没来就算缺席。",
];

const corrected = ({
  activity,
  name,
  before,
  status,
  granting,
  falling,
  decided,
  foreseen,
  moved,
}: Extract<ActivityQuestion, { kind: "sure.correct" }>) => [
  moved && MOVED,
  `这样更正,对吗?${activityLine(activity)}`,
  `${name}代表:${ATTENDANCE_STATUSES[before]} 改为 ${ATTENDANCE_STATUSES[status]}`,
  decided !== undefined &&
    `注意:代表工委${day(decided.on)}已决定,本人的异议${decided.upheld ? "成立" : "不成立"}。这样更正,就是另作决定。`,
  falling === true && "原来准了假:更正就是撤销这份假。",
  granting === true && "还没有准过假:更正就是您准了假。",
  "会告诉本人,履职记录跟着改。",
  ...foreseenLines(foreseen),
];
