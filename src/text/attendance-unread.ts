import { ATTENDANCE_STATUSES } from "#src/domain/activity.ts";
import type { NamedMark } from "#src/domain/requests/attendance.ts";
import type { NamesUnknown, OneByOne, WhichAttended } from "#src/domain/requests/attendance-unread.ts";
import { someNames } from "./some-names.ts";
import { activityLine } from "./activity-words.ts";
import { type Rendered, says, words } from "./rendered.ts";

/** What staff said of a register that was not understood whole: nothing is written then. */
export type AttendanceUnread =
  /** Named without a word, or with two, on what became of them. */
  | { readonly kind: "attendance.unread"; readonly names: readonly string[] }
  /** Several were to be corrected at once. */
  | {
      readonly kind: "attendance.one-by-one";
      readonly activity: string;
      readonly marks: readonly NamedMark[];
    };

const listed = (names: readonly string[]): string => someNames(names, 60);

/** Who is named without what became of him or her. */
export const unreadLines = (names: readonly string[]): string[] => [
  `还没有登记。没看懂来了还是没来:${listed(names)}`,
  "请连名字一起说,比如:李明到会,王芳缺席,其余全到",
];

/** Several activities were on the day that was named: a tap says the register once more, with the number. */
export const whichActivity = ({ activities, words: register, final }: WhichAttended): Rendered => ({
  ...words("那天有几场,登记哪一场?点一下:", ...activities.map((one) => activityLine(one))),
  choices: activities.map(({ number, title }) =>
    says(`${number} ${title}`, `${final.includes(number) ? "改考勤" : "到会"} ${number} ${register}`),
  ),
});

/** Which names are not on the list of an activity, or stand there more than once. */
export const namesUnknownLines = ({ activity, names }: NamesUnknown): string[] => [
  names.length === 0
    ? "没看懂是哪几位,没有改动。请写姓名,用顿号隔开。"
    : `${listed(names)}不在这场活动名单里(没有通知${names.length > 1 ? "他们" : "本人"}参加),没有改动:`,
  activityLine(activity),
  `请核对姓名后再说一遍。看名单,说:${activity.number}`,
];

const MOST_MARKS = 8;

/** Each correction is shown with what follows from it: one tap each. */
export const oneByOne = ({ activity, marks }: Omit<OneByOne, "of">): Rendered => ({
  ...words(
    "更正一次改一位,还没有改动。",
    marks.length > 0
      ? `请一位一位点${marks.length > MOST_MARKS ? `(共${marks.length}位,先列${MOST_MARKS}位,其余的分开再说)` : ""}:`
      : `请说是哪一位,比如:改考勤 ${activity} 李明 到会(迟到、早退、请假、缺席)`,
  ),
  choices: marks.slice(0, MOST_MARKS).map(({ name, code = "", status }) => {
    const what = `${name}${code} ${ATTENDANCE_STATUSES[status]}`;
    return says(what, `改考勤 ${activity} ${what}`);
  }),
});
