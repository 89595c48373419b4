import { type Day, toDayNumber } from "#src/domain/day.ts";
import type { FoundDate } from "./dates/found.ts";
import { guarded } from "./guarded.ts";
import { isBlurred, isPointing } from "./untold-when.ts";

/** The day of a record, all days that stand in its words, and the stretch of time that is all that was said. */
type Days = {
  /** The day that stands in its own words. */
  readonly named: FoundDate | undefined;
  readonly day: FoundDate | undefined;
  readonly said: readonly FoundDate[];
  readonly wide: FoundDate | undefined;
};

/** True where the day of a record is to be asked: none that there is, one that was only hinted at, or one all but ahead. */
export const isDayUnsure = ({ named, day, said, wide }: Days, text: string, today: Day): boolean =>
  said.some((one) => one.impossible === true) ||
  (day !== undefined && (day.doubtful || mayBeAhead(day, text, today))) ||
  (wide !== undefined && !holds(wide, today)) ||
  (day === undefined && (UNTOLD.test(text) || isPointing(text))) ||
  (named === undefined && isBlurred(text)) ||
  EITHER.test(text);

// 礼拜四还是礼拜五去的: nobody knows which.
const DAY =
  "(?:大?前天|昨[天日]|今天|(?:上个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天]|(?:\\d{1,2}月)?\\d{1,2}[日号]|[一二三四五六七八九十]{1,3}[日号])";
const EITHER = guarded(new RegExp(`${DAY}(?:还是|或者?(?:是)?|要么)${DAY}(?!都|各)`, "u"));

// 这两天都在走访, 高考头两天去执勤: days of which nobody says which they are. 这两天下雨 only tells of the weather.
const UNTOLD = guarded(
  /(?:^|[,。;])(?:那天|那次|那回)(?:我们?|也|就|都)*(?:在|去|参加|到场)|那[次回](?=,|$)|(?:^|[,。;])我?们?(?:[这近]|最近|前)[两三四几](?:天|日)(?:里|间)?(?:我们?|都|也|一直|天天|连续|,|先后|又)*(?:在|到|去|入户|走访|接待|下村|下乡|进村|看望|慰问|调解|调研|视察|参加|值班|走|跑)|(?:高考|中考|会考|军训|集训)(?:的)?(?:(?:头|前|后|最后|第)[一二两三四几]天|那[几两三]?天|当天|期间)/u,
);

// 今年, 本月 in a report only say that it was recently; the day of the message stands unless they ended before it.
const holds = (wide: FoundDate, today: Day): boolean => wide.start <= today && wide.end >= today;

/** A day that comes within a month was the last time this long ago. */
const NEARLY_A_YEAR = 365 - 31;

// 3月31号走访, said on the 28th of March, is a slip or a plan as likely as of last year.
function mayBeAhead(day: FoundDate, text: string, today: Day): boolean {
  const ago = toDayNumber(today) - toDayNumber(day.start);
  return day.text.includes("月") && !text.includes("年") && ago > NEARLY_A_YEAR && ago < 366;
}
