import { type Day, daysInMonth, isDay, monthOf, toDay, yearOf } from "../day.ts";
import { findCellDay } from "../roster/clean-cell.ts";

/** A date without its year: month and date, both from 1; a date after the month's end means its end. */
type MonthDay = readonly [month: number, date: number];

/** When a cell says that something is. */
export type CellWhen = {
  /** Null where the cell says none. */
  readonly year: number | null;
  readonly from: MonthDay;
  readonly to: MonthDay;
  /** One day is meant: not merely a stretch from which a day is still to be chosen. */
  readonly exact: boolean;
  /** The cell's own words. */
  readonly said: string;
};

const MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";
const YEAR = /^(?:(?<y>20\d{2})(?:年度?|[-./]))?(?<rest>.*)$/u;
const ONE_DAY = new RegExp(`^(?<m>${MONTH})(?:月|[-./])(?<d>\\d{1,2})[日号]?$`, "u");
const IN_MONTH = new RegExp(
  `^(?<m>${MONTH})(?:月份?)?(?<part>上旬|中旬|下旬|上半月|下半月|月?初|月?中|月?[底末]|第[一二三四五1-5][周个]?(?:星期)?)?$`,
  "u",
);
const MONTHS = new RegExp(`^(?<a>${MONTH})月?份?(?:[-~\\u2013\\u2014至到、]+)(?<b>${MONTH})月份?$`, "u");
const QUARTER = /^第?(?<q>[一二三四1-4])季度?$/u;

/** Parts of a year by name, as months from and to. */
const STRETCHES: Readonly<Record<string, readonly [number, number]>> = {
  上半年: [1, 6],
  下半年: [7, 12],
  年初: [1, 3],
  年中: [6, 7],
  年底: [12, 12],
  年末: [12, 12],
  全年: [1, 12],
  年内: [1, 12],
};
const OPEN = /^(?:(?:时间|日期)?(?:待定|未定|另定|待通知|另行通知))$/u;

/** Parts of a month as dates from and to; 31 is the end of any month. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, 31],
  上半月: [1, 15],
  下半月: [16, 31],
  初: [1, 10],
  中: [11, 20],
  底: [21, 31],
  末: [21, 31],
};

const NUMBERS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
const toNumber = (text: string): number => NUMBERS.indexOf(text) + 1 || Number(text);

/** True for a cell that says that its matter is still open: 待定. */
export const isLeftOpen = (text: string): boolean => OPEN.test(text);

/**
 * When a cell says that something is: a day in any usual way (2027-03-12, 3月12日), or a stretch from which the day is
 * still to be chosen (3月, 3月中旬, 三月第二周, 3-4月, 二季度, 上半年, 待定). Null for anything else, 每月 too.
 */
export function findCellWhen(text: string): CellWhen | null {
  const whole = findCellDay(text);
  if (whole !== null) return { ...onDay(whole), said: text };
  const { y, rest = "" } = YEAR.exec(text.replace(/\s/gu, ""))?.groups ?? {};
  const found =
    y === undefined ? findStretch(rest) : rest === "" ? months(1, 12) : findStretch(bareMonth(rest));
  return found === null ? null : { year: y === undefined ? null : Number(y), ...found, said: text };
}

const onDay = (day: Day) => {
  const date: MonthDay = [monthOf(day), Number(day.slice(-2))];
  return { year: yearOf(day), from: date, to: date, exact: true };
};

// After a year and its mark, a number alone is a month: 2027-03.
const bareMonth = (text: string): string => text.replace(/^(\d{1,2})$/u, "$1月");

type Stretch = Pick<CellWhen, "from" | "to" | "exact">;

const months = (from: number, to: number): Stretch => ({ from: [from, 1], to: [to, 31], exact: false });

function findStretch(text: string): Stretch | null {
  if (OPEN.test(text)) return months(1, 12);
  const named = STRETCHES[text];
  if (named !== undefined) return months(...named);
  const quarter = toNumber(QUARTER.exec(text)?.groups?.["q"] ?? "");
  if (quarter > 0) return months(quarter * 3 - 2, quarter * 3);
  const { a, b } = MONTHS.exec(text)?.groups ?? {};
  if (a !== undefined && b !== undefined && toNumber(a) < toNumber(b))
    return months(toNumber(a), toNumber(b));
  return findDate(text) ?? findMonth(text);
}

function findDate(text: string): Stretch | null {
  const { m, d } = ONE_DAY.exec(text)?.groups ?? {};
  if (m === undefined || d === undefined) return null;
  const date: MonthDay = [toNumber(m), Number(d)];
  // A leap year has every day that there is.
  return isDay(toDay(2028, ...date)) ? { from: date, to: date, exact: true } : null;
}

function findMonth(text: string): Stretch | null {
  const { m, part } = IN_MONTH.exec(text)?.groups ?? {};
  if (m === undefined || (part === undefined && !text.includes("月"))) return null;
  const month = toNumber(m);
  const [from, to] = part === undefined ? [1, 31] : partOf(part);
  return { from: [month, from], to: [month, to], exact: false };
}

function partOf(part: string): readonly [number, number] {
  const week = toNumber(/第(?<n>.)/u.exec(part)?.groups?.["n"] ?? "");
  return week > 0 ? [week * 7 - 6, Math.min(week * 7, 31)] : (PARTS[part.replace(/^月/u, "")] ?? [1, 31]);
}

/** The days that a cell's words mean in a year, first and last. */
export const daysOf = ({ from, to }: CellWhen, year: number): readonly [Day, Day] => [
  clipped(year, from),
  clipped(year, to),
];

const clipped = (year: number, [month, date]: MonthDay): Day =>
  toDay(year, month, Math.min(date, daysInMonth(year, month)));

/**
 * The year of cells that say none: the one that most of the others say; where none says one, this year, unless most of
 * what they name is over by then.
 */
export function yearOfPlan(cells: readonly CellWhen[], today: Day): number {
  const said = Map.groupBy(
    cells.flatMap(({ year }) => (year === null ? [] : [year])),
    (year) => year,
  );
  const [most] = [...said.values()].sort((a, b) => b.length - a.length);
  if (most?.[0] !== undefined) return most[0];
  const year = yearOf(today);
  const over = cells.filter((one) => daysOf(one, year)[1] < today).length;
  return over * 2 > cells.length ? year + 1 : year;
}
