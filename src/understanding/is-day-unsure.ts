import { type Day, toDayNumber } from "#src/domain/day.ts";
import type { FoundDate } from "./dates/found.ts";

/** The day of a record, all days that stand in its words, and the stretch of time that is all that was said. */
type Days = {
  readonly day: FoundDate | undefined;
  readonly said: readonly FoundDate[];
  readonly wide: FoundDate | undefined;
};

/** True where the day of a record is to be asked: none that there is, one that was only hinted at, or one all but ahead. */
export const isDayUnsure = ({ day, said, wide }: Days, text: string, today: Day): boolean =>
  said.some((one) => one.impossible === true) ||
  (day !== undefined && (day.doubtful || mayBeAhead(day, text, today))) ||
  (wide !== undefined && !holds(wide, today));

// 今年, 本月 in a report only say that it was recently; the day of the message stands unless they ended before it.
const holds = (wide: FoundDate, today: Day): boolean => wide.start <= today && wide.end >= today;

/** A day that comes within a month was the last time this long ago. */
const NEARLY_A_YEAR = 365 - 31;

// 3月31号走访, said on the 28th of March, is a slip or a plan as likely as of last year.
function mayBeAhead(day: FoundDate, text: string, today: Day): boolean {
  const ago = toDayNumber(today) - toDayNumber(day.start);
  return day.text.includes("月") && !text.includes("年") && ago > NEARLY_A_YEAR && ago < 366;
}
