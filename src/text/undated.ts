import type { Day } from "#src/domain/day.ts";
import type { UndatedView } from "#src/domain/requests/undated.ts";
import { short } from "./format.ts";
import { yearMark } from "./years.ts";

// A plan may write the year itself: 2027年3月.
const HAS_YEAR = /\d{4}|\d{2}年/u;

/** Words for a day that is still open, 3月中旬, with the year where it is not this one; `from`: its first day. */
export const openDay = (said: string, from: Day): string =>
  `${HAS_YEAR.test(said) ? "" : yearMark(from)}${said}`;

/** What has no day yet, in one line: 3月中旬 羊昌镇视察. */
export const undatedLine = ({ said, from, time, title }: Omit<UndatedView, "number">): string =>
  short(`${openDay(said, from)}${time === null ? "" : ` ${time}`} ${title}`, 34);

/** The same with its number, for whoever fixes the day. */
export const undatedWhole = (one: UndatedView): string => `${one.number} ${undatedLine(one)}`;

/** What is typed to fix a day, as an example. */
export const fixExample = (number: string): string => `改活动 ${number} 时间3月12日上午9点`;
