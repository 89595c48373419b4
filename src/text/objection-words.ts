import type { AttendanceNews } from "#src/domain/requests/attendance-news.ts";
import { activityLine } from "./activity-words.ts";
import { short } from "./format.ts";
import { namesakeWords } from "./namesake-words.ts";
import { type Rendered, words } from "./rendered.ts";

/** A deputy's objection, to the office, with what to say to it. */
export const objectionWords = ({
  activity,
  who,
  text,
}: Extract<AttendanceNews, { kind: "attendance.objection" }>): Rendered => ({
  ...words(
    `${namesakeWords(who)}代表对缺席登记有异议:`,
    activityLine(activity),
    `“${short(text, 100)}”`,
    `属实说:异议成立 ${who.name} ${activity.number}`,
    `不属实说:异议不成立 ${who.name} ${activity.number} 理由`,
  ),
  number: activity.number,
});
