import { ATTENDANCE_STATUSES, type AttendanceStatus } from "#src/domain/activity.ts";
import type { AttendanceNews } from "#src/domain/requests/attendance-news.ts";
import type { AttendanceOutcome, Tally } from "#src/domain/requests/attendance.ts";
import { assertNever } from "#src/kernel/never.ts";
import { someNames } from "./some-names.ts";
import { alreadyLines } from "./already-lines.ts";
import { noLeaveLines, standingLeaveLines } from "./attendance-leave.ts";
import { ATTENDANCE_REFUSED, type AttendanceRefused } from "./attendance-refused.ts";
import { activityLine, activityWhen } from "./activity-words.ts";
import { short } from "./format.ts";
import {
  type AttendanceUnread,
  namesUnknownLines,
  oneByOne,
  unreadLines,
  whichActivity,
} from "./attendance-unread.ts";
import { namesakeLines, whichNamesake } from "./attendance-namesakes.ts";
import { objectionWords } from "./objection-words.ts";
import { type Rendered, says, words } from "./rendered.ts";
import { soon } from "./soon.ts";

/** Everything that is said about registers, absences and objections. */
export type AttendanceReply =
  | AttendanceNews
  | AttendanceUnread
  | { readonly kind: "attendance.answer"; readonly outcome: AttendanceOutcome }
  | {
      readonly kind: "attendance.refused";
      readonly why: AttendanceRefused;
    };

/** Puts what is said about registers and objections into words. */
export function renderAttendance(reply: AttendanceReply): Rendered {
  switch (reply.kind) {
    case "attendance.changed":
      return words(
        `${reply.by}更正了您的出勤:`,
        `${activityLine(reply.activity)},现在是:${ATTENDANCE_STATUSES[reply.status]}`,
        reply.leaveFell === true && "原来准的假同时撤销。",
        "相关的记录和提醒已跟着改。",
      );
    case "attendance.own-out":
      return ownOut(reply);
    case "attendance.objection":
      return objectionWords(reply);
    case "attendance.objection-answered":
      return words(
        `您的异议${reply.upheld ? "成立" : "没有采纳"}:${activityLine(reply.activity)}`,
        reply.note !== "" && `说明:${short(reply.note, 100)}`,
        reply.upheld ? upheldWords(reply.as) : "有疑问请联系代表工作委员会。",
      );
    case "attendance.unread":
      return words(...unreadLines(reply.names));
    case "attendance.one-by-one":
      return oneByOne(reply);
    case "attendance.answer":
      return answer(reply.outcome);
    case "attendance.refused":
      return words(...ATTENDANCE_REFUSED[reply.why]);
    default:
      return assertNever(reply);
  }
}

const ownOut = ({
  activity,
  status,
  number,
}: Extract<AttendanceNews, { readonly kind: "attendance.own-out" }>): Rendered => ({
  ...words(
    `您报的${number}先不计入了:`,
    `${activityLine(activity)},登记的是:${ATTENDANCE_STATUSES[status]}`,
    `登记错了请说:异议 ${activity.number} 我到了`,
    "报的是另外一次活动,请再说一遍,会问您是不是另一次。",
  ),
  number,
});

const SHOWN = ["present", "late", "left_early", "leave", "absent", "expected"] as const;

/** 到会3人;迟到:李明 — everybody who is not simply present is named. */
export const tallyLines = (tally: Tally): string[] =>
  SHOWN.flatMap((status: AttendanceStatus) => {
    const names = tally[status] ?? [];
    if (names.length === 0) return [];
    return [`${ATTENDANCE_STATUSES[status]}${names.length}人:${someNames(names, 60)}`];
  });

const upheldWords = (as: "present" | "leave" | undefined): string =>
  as === "present" ? "这次改记为到会,不算缺席。" : "这次改记为请假,不算缺席。";

function answer(outcome: AttendanceOutcome): Rendered {
  switch (outcome.of) {
    case "attendance.marked": {
      const { number } = outcome.activity;
      return {
        ...words(`已登记 ${activityLine(outcome.activity)}`, ...tallyLines(outcome.tally), "没问题就定稿:"),
        choices: [says(`定稿 ${number}`)],
        number,
      };
    }
    case "attendance.final":
      return finalised(outcome);
    case "attendance.already-final":
    case "attendance.already-so":
      return words(...alreadyLines(outcome));
    case "attendance.namesakes":
      return words(...namesakeLines(outcome));
    case "attendance.names-unknown":
      return words(...namesUnknownLines(outcome));
    case "attendance.which-activity":
      return whichActivity(outcome);
    case "attendance.one-by-one":
      return oneByOne(outcome);
    case "attendance.which":
      return whichNamesake(outcome);
    case "attendance.not-yet":
      return words(...notYetLines(outcome));
    case "attendance.unmarked":
      return words(...unmarkedLines(outcome));
    case "attendance.no-leave":
      return words(...noLeaveLines(outcome.activity, outcome.names));
    case "attendance.leave-stands":
    case "attendance.leave-of-session":
      return words(...standingLeaveLines(outcome));
    case "attendance.corrected":
      return words(
        `已更正:${outcome.name}代表,${ATTENDANCE_STATUSES[outcome.status]}`,
        activityLine(outcome.activity),
        soon("告诉本人,相关的提醒跟着改了。"),
      );
    default:
      return assertNever(outcome);
  }
}

const finalised = ({
  activity,
  tally,
  records,
  unreached,
}: Extract<AttendanceOutcome, { of: "attendance.final" }>): Rendered => ({
  ...words(
    `已定稿 ${activityLine(activity)}`,
    ...tallyLines(tally),
    unreached.length > 0 &&
      `缺席提醒发不到:${someNames(unreached, 60)}。请打电话告知,打过说:已告知 ${activity.number} ${unreached[0] ?? ""} 电话`,
    records > 0 && `到会的${records}人已自动记入履职,不用再报。`,
    `登记有错说:改考勤 ${activity.number} ${anybodyIn(tally)} 到会`,
  ),
  number: activity.number,
});

// The example names somebody who is in the register: whoever was absent is the likeliest to be put right.
const anybodyIn = ({ absent = [], ...rest }: Tally): string =>
  [...absent, ...Object.values(rest).flat()][0] ?? "李明";

const unmarkedLines = ({
  activity,
  names,
}: Extract<AttendanceOutcome, { of: "attendance.unmarked" }>): string[] => [
  `还没定稿:${activityLine(activity)}`,
  `没登记的${names.length}人:${someNames(names, 80)}`,
  `请先说:到会 ${activity.number} ${names[0] ?? "李明"}到会`,
];

function notYetLines({ activity, wish }: Extract<AttendanceOutcome, { of: "attendance.not-yet" }>): string[] {
  const begins = `${activityWhen(activity)}开始以后`;
  return wish === "register"
    ? [`这场还没开始,不能登记到会:${activityLine(activity)}`, `${begins}再说一遍就行。`]
    : [
        `这场还没开,不能定稿:${activityLine(activity)}`,
        `${begins}先登记,说:到会 ${activity.number} 除李明外全到`,
        `都登记了,再说:定稿 ${activity.number}`,
      ];
}
