import type { AttendanceNews } from "#src/domain/requests/attendance-news.ts";
import { activityLine } from "./activity-words.ts";
import { day, short } from "./format.ts";
import { namesakeWords } from "./namesake-words.ts";
import { type Rendered, words } from "./rendered.ts";

/** A deputy's objection, to the office, with what to say to it. */
export const objectionWords = ({
  activity,
  who,
  text,
  earlier,
  decidedOn,
}: Extract<AttendanceNews, { kind: "attendance.objection" }>): Rendered => ({
  ...words(
    `${namesakeWords(who)}代表对缺席登记${decidedOn === undefined ? "有异议" : "再次提出异议"}:`,
    activityLine(activity),
    `“${short(text, 100)}”`,
    decidedOn !== undefined && `之前的异议,${day(decidedOn)}已经作过决定。`,
    earlier !== undefined && `之前说的:“${short(earlier, 60)}”`,
    `属实说:异议成立 ${who.name} ${activity.number}`,
    `不属实说:异议不成立 ${who.name} ${activity.number} 理由`,
  ),
  number: activity.number,
});
