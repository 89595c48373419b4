import { addDays, daysInMonth, type Day, monthOf, toDay, yearOf } from "#src/domain/day.ts";
import { type DateRule, type Meant, type Reference, smallNumber } from "./found.ts";
import { inMonth, monthPart } from "./relative.ts";

const YEAR = "(?:(?<year>(?:19|20)\\d\\d|[去今明前]|二[零〇]二[零〇一二三四五六七八九])年的?)?";
const N = "\\d{1,2}|[一二三四五六七八九十廿卅]{1,3}";
const UNTIL = "(?:到|至|-|—|–|~|~)";

const YEARS: Readonly<Record<string, number>> = { 前: -2, 去: -1, 今: 0, 明: 1 };

function yearFrom(year: string, today: Day): number {
  if (/^\d{4}$/u.test(year)) return Number(year);
  const shift = YEARS[year];
  if (shift !== undefined) return yearOf(today) + shift;
  return (
    2000 +
    smallNumber(year.slice(2, 3).replace("〇", "零")) * 10 +
    smallNumber(year.slice(3).replace("〇", "零"))
  );
}

/** The nearest year in the wanted direction in which month and day lie. */
function nearestYear(month: number, date: number, { today, prefer }: Reference): number {
  const year = yearOf(today);
  const here = `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  if (prefer === "past") return here > today ? year - 1 : year;
  return here < today ? year + 1 : year;
}

/** 5月12日, 8月24日到26日, 去年12月30, 10月22, 9月30日至10月2日, 2026年1月5日. */
const monthAndDay: DateRule = {
  pattern: new RegExp(
    `${YEAR}(?<month>${N})月份?(?<from>${N})(?:[日号]?${UNTIL}(?:(?<month2>${N})月)?(?<to>${N}))?(?:[日号]|(?![\\d个多来几名户人次件条家篇场起点时周星]))`,
    "u",
  ),
  read: ({ year, month = "", from = "", month2, to }, reference) => {
    const [first, date] = [smallNumber(month), smallNumber(from)];
    if (first < 1 || first > 12) return null;
    const inYear = year === undefined ? nearestYear(first, date, reference) : yearFrom(year, reference.today);
    if (month2 === undefined)
      return inMonth(inYear, first, date, to === undefined ? undefined : smallNumber(to));
    return acrossMonths(inYear, first, date, smallNumber(month2), smallNumber(to ?? ""));
  },
};

function acrossMonths(year: number, month: number, from: number, month2: number, to: number): Meant | null {
  const start = inMonth(year, month, from);
  const end = inMonth(month2 < month ? year + 1 : year, month2, to);
  return start === null || end === null ? start : { ...start, end: end.start };
}

/** 11.12, 11/6, 2026-09-05, 9-5: only where nothing around it makes it an amount. */
const written: DateRule = {
  pattern:
    /(?<![\d.:])(?:(?<year>20\d\d)(?<mark>[-/.年]))?(?<month>1[0-2]|0?[1-9])[-/.](?<from>3[01]|[12]\d|0?[1-9])(?:(?:到|至|~|-)(?<to>3[01]|[12]\d|0?[1-9])(?=[号日]))?(?![\d.]|\/|[-][\d]|公里|万|元|亩|米|千米|小时|个|倍|%|公斤|吨|级)[号日]?/u,
  read: ({ year, month = "", from = "", to }, reference) => {
    const [first, date] = [Number(month), Number(from)];
    const inYear = year === undefined ? nearestYear(first, date, reference) : Number(year);
    return inMonth(inYear, first, date, to === undefined ? undefined : Number(to));
  },
};

/** 8号, 18到19号, 二十号: the nearest month in the wanted direction that has it. */
const dayOnly: DateRule = {
  pattern: new RegExp(
    `(?<![\\d月第.])(?<from>\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})(?:[号日]?${UNTIL}(?<to>\\d{1,2}|[一二三四五六七八九十廿卅]{1,3}))?(?:号(?!楼|院|井|地|线|门|店|档|栋|桥|路|公路|文件)|日(?![常子光均期前内上下]))(?:那天|当天)?`,
    "u",
  ),
  read: ({ from = "", to }, reference) => {
    const date = smallNumber(from);
    if (date < 1 || date > 31) return null;
    return nearestMonth(date, to === undefined ? undefined : smallNumber(to), reference);
  },
};

function nearestMonth(date: number, to: number | undefined, { today, prefer }: Reference): Meant | null {
  const step = prefer === "past" ? -1 : 1;
  let [year, month] = [yearOf(today), monthOf(today)];
  for (let tries = 0; tries < 4; tries += 1) {
    const found = date <= daysInMonth(year, month) ? inMonth(year, month, date, to) : null;
    if (found !== null && (prefer === "past" ? found.start <= today : found.start >= today)) return found;
    month += step;
    if (month === 0) [year, month] = [year - 1, 12];
    if (month === 13) [year, month] = [year + 1, 1];
  }
  return null;
}

const QUARTERS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  "1": 1,
  "2": 2,
  "3": 3,
  "4": 4,
};

/** 二季度, 上半年, 今年, 去年, 6月份: whole periods. */
const periods: DateRule = {
  pattern: new RegExp(
    `${YEAR}(?:第?(?<quarter>[一二三四1-4])季度?|(?<half>上|下)半年)|(?<bare>今|去|明|前)年(?!的?(?:\\d|[一二三四五六七八九十]))|(?<this>本|这个|上|上个)季度|(?<only>20\\d\\d)年(?!\\d)|本年度?|全年`,
    "u",
  ),
  read: ({ year, quarter, half, bare, this: which, only }, { today }) => {
    const inYear = yearFrom(year ?? bare ?? only ?? "今", today);
    if (quarter !== undefined) return quarterOf(inYear, QUARTERS[quarter] ?? 1);
    if (half !== undefined) return monthsOf(inYear, half === "上" ? 1 : 7, 6);
    if (which === undefined) return monthsOf(inYear, 1, 12);
    const now = Math.ceil(monthOf(today) / 3);
    if (which.startsWith("上")) return now === 1 ? quarterOf(inYear - 1, 4) : quarterOf(inYear, now - 1);
    return quarterOf(inYear, now);
  },
};

const quarterOf = (year: number, quarter: number): Meant => monthsOf(year, quarter * 3 - 2, 3);

function monthsOf(year: number, first: number, count: number): Meant {
  const last = first + count - 1;
  return { start: toDay(year, first, 1), end: toDay(year, last, daysInMonth(year, last)), wide: true };
}

/** 6月份, 九月, 9月初. */
const wholeMonth: DateRule = {
  pattern: new RegExp(
    `${YEAR}(?<![\\d个])(?<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?<part>初|中旬|中|底|末|上旬|下旬)?(?![\\d饼亮])`,
    "u",
  ),
  read: ({ year, month = "", part }, reference) => {
    const first = smallNumber(month);
    const inYear = year === undefined ? nearestYear(first, 1, reference) : yearFrom(year, reference.today);
    return monthPart(inYear, first, part);
  },
};

export const CALENDAR: readonly DateRule[] = [monthAndDay, written, periods, wholeMonth, dayOnly];

/** The day before or after, for 国庆前一天. */
export const beside = (day: Day, words: string | undefined): Day =>
  words === undefined ? day : addDays(day, words.startsWith("前") ? -1 : 1);
