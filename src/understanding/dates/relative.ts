import {
  addDays,
  addMonths,
  type Day,
  daysInMonth,
  monthOf,
  toDay,
  weekdayOf,
  yearOf,
} from "#src/domain/day.ts";
import { type DateRule, type Meant, smallNumber } from "./found.ts";

const OFFSETS: Readonly<Record<string, number>> = {
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  当: 0,
  明: 1,
  后: 2,
  大后: 3,
};
const WEEKDAYS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  末: 6,
  "1": 1,
  "2": 2,
  "3": 3,
  "4": 4,
  "5": 5,
  "6": 6,
};

/** The Monday of a day's week; weeks start on Monday. */
const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

const WEEK_SHIFTS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1, 下下: 2 };

/** 昨天, 大前天, 今早, 三天前, 这几天. */
const nearDays: DateRule = {
  pattern:
    /(?<which>大前|大后|前|昨|今|明|后)(?:天|日|(?=[早晚晨夜儿]))|(?<now>刚才|刚刚|方才|刚(?=[在从去到开走参接])|目前|眼下)/u,
  read: ({ which }, { today }) => ({
    start: addDays(today, which === undefined ? 0 : (OFFSETS[which] ?? 0)),
  }),
};

const daysAgo: DateRule = {
  pattern:
    /(?<n>\d{1,3}|[一二两三四五六七八九十]{1,3})个?(?<unit>天|星期|礼拜|周|月)(?<way>以?前|以?后|之前|之后)/u,
  read: ({ n = "", unit = "", way = "" }, { today }) => {
    const sign = way.includes("前") ? -1 : 1;
    const count = (n === "两" ? 2 : smallNumber(n)) * sign;
    if (unit === "天") return { start: addDays(today, count) };
    return { start: unit === "月" ? addMonths(today, count) : addDays(today, count * 7) };
  },
};

/** 上周三, 这周二, 上个礼拜六, 周日; without a word before it, the nearest in the wanted direction. */
const weekdays: DateRule = {
  pattern:
    /(?<which>上上|下下|上|下|这|本)?个?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末1-6])(?!年|期|边|围|到)/u,
  read: ({ which, weekday = "" }, { today, prefer }) => {
    const wanted = WEEKDAYS[weekday] ?? 1;
    const thisWeek = addDays(mondayOf(today), wanted - 1);
    const weekend = weekday === "末" ? { end: addDays(thisWeek, 1) } : {};
    if (which !== undefined) return shifted({ start: thisWeek, ...weekend }, 7 * (WEEK_SHIFTS[which] ?? 0));
    if (prefer === "past") return shifted({ start: thisWeek, ...weekend }, thisWeek > today ? -7 : 0);
    return shifted({ start: thisWeek, ...weekend }, thisWeek < today ? 7 : 0);
  },
};

const shifted = ({ start, end }: Meant, days: number): Meant => ({
  start: addDays(start, days),
  ...(end === undefined ? {} : { end: addDays(end, days) }),
});

/** 上周, 本周: the whole week, good for questions. */
const weeks: DateRule = {
  pattern: /(?<which>上上|下下|上|下|这|本)个?(?:周|星期|礼拜)(?![一二三四五六日天末\d])/u,
  read: ({ which = "" }, { today }) => {
    const monday = addDays(mondayOf(today), 7 * (WEEK_SHIFTS[which] ?? 0));
    return { start: monday, end: addDays(monday, 6), wide: true };
  },
};

const MONTH_SHIFTS: Readonly<Record<string, number>> = {
  上: -1,
  上个: -1,
  本: 0,
  这: 0,
  这个: 0,
  当: 0,
  下: 1,
  下个: 1,
  上上个: -2,
};

/** 上月20号, 本月8号到10号, 下个月5号. */
const monthDays: DateRule = {
  pattern:
    /(?<which>上上个|上个|下个|这个|本|这|上|下|当)月(?:份)?的?(?<from>\d{1,2}|[一二三四五六七八九十廿卅]{1,3})[号日]?(?:(?:到|至|-|—|~)(?<to>\d{1,2}|[一二三四五六七八九十廿卅]{1,3}))?[号日]/u,
  read: ({ which = "", from = "", to }, { today }) => {
    const first = addMonths(toDay(yearOf(today), monthOf(today), 1), MONTH_SHIFTS[which] ?? 0);
    return inMonth(
      yearOf(first),
      monthOf(first),
      smallNumber(from),
      to === undefined ? undefined : smallNumber(to),
    );
  },
};

/** Days of a month, clipped and doubtful where the month has no such day. */
export function inMonth(year: number, month: number, from: number, to?: number): Meant | null {
  if (month < 1 || month > 12 || from < 1 || from > 31) return null;
  const most = daysInMonth(year, month);
  const start = toDay(year, month, Math.min(from, most));
  const doubt = from > most || (to ?? 0) > most ? { doubtful: true as const } : {};
  if (to === undefined) return { start, ...doubt };
  if (to <= from || to > 31) return { start, ...doubt };
  return { start, end: toDay(year, month, Math.min(to, most)), ...doubt };
}

/** 本月, 上个月: the whole month; with 初 中 底 only a hint of a day. */
const months: DateRule = {
  pattern:
    /(?<which>上上个|上个|下个|这个|本|这|上|下|当)月(?:份)?(?<part>初|中旬|中|底|末|上旬|下旬)?(?!\d)/u,
  read: ({ which = "", part }, { today }) => {
    const first = addMonths(toDay(yearOf(today), monthOf(today), 1), MONTH_SHIFTS[which] ?? 0);
    return monthPart(yearOf(first), monthOf(first), part);
  },
};

/** A whole month, or a hint within it. */
export function monthPart(year: number, month: number, part = ""): Meant {
  const last = daysInMonth(year, month);
  const [from, to] = /^[初上]/u.test(part)
    ? [1, 10]
    : part.startsWith("中")
      ? [11, 20]
      : /^[底末下]/u.test(part)
        ? [21, last]
        : [1, last];
  return { start: toDay(year, month, from), end: toDay(year, month, to), wide: true };
}

export const RELATIVE: readonly DateRule[] = [monthDays, weekdays, weeks, months, daysAgo, nearDays];
