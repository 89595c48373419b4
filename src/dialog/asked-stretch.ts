import { addDays, addMonths, type Day, daysInMonth, monthOf, toDay, yearOf } from "#src/domain/day.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { FoundDate } from "#src/understanding/dates/found.ts";
import { BEFORE_ALL, type FigurePeriod, yearAround } from "#src/domain/figures/figure-period.ts";
import { localDay } from "#src/domain/local-time.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findNames } from "#src/understanding/names.ts";
import { parseNumber } from "#src/understanding/numbers.ts";
import type { AskedTerm } from "#src/domain/figures/asked-term.ts";
import { findAskedTerm } from "./asked-term.ts";
import { holidayAround } from "./holiday-around.ts";
import { findYears } from "./named-years.ts";
import { sameBefore } from "./same-before.ts";
import type { Said } from "./topics/report.ts";

/** A stretch of time and the words that name it; without a period its ends are known to nobody here. */
export type AskedStretch = {
  readonly period?: FigurePeriod;
  /** Instead of it the term of a congress, the days of which are on file. */
  readonly term?: AskedTerm;
  readonly words: readonly string[];
};

const SOME_YEARS = /(?:这|近|最近|前|过去)[几些]年/u;
const ALL_YEARS = /历年|历来|(?:所有|全部)的?年(?:份|度)|有史以来|有记录以来|一直以来|从开始到现在/u;
const HALF_YEAR = /(?<![上下前后大])(?:这半年|半年(?:以来|来)|(?:近|最近|过去)半年)/u;
const ONE_YEAR = /(?:这|近|最近|过去)一年|一年(?:以来|来)/u;
const THESE_YEARS = /(?<!\d)这(?<n>[两二三四五])年/u;
const FIRST_MONTHS = /(?:头|年初)(?<n>[一两二三四五六七八九十]|\d{1,2})个月/u;
const HALF_MONTH = /(?<which>[上前下后])半个?月/u;

/** The stretch that a question of figures names beyond plain days, months, quarters and years; undefined where it names none. */
export function askedStretch(
  { text, at }: Pick<Said, "text" | "at">,
  facts: Facts,
): AskedStretch | undefined {
  const line = text.normalize("NFKC").replace(/\s+/gu, " ");
  const today = localDay(at, facts.zone);
  const vague = SOME_YEARS.exec(line)?.[0];
  if (vague !== undefined) return { words: [vague] };
  return (
    findAskedTerm(line) ??
    holidayAround(withoutPeople(line, facts), today, facts.calendar) ??
    sameBefore(line, today) ??
    namedYears(line, today) ??
    wholeStretch(line, today) ??
    halfOfMonth(line, today) ??
    nextToEachOther(line, today) ??
    boundedBy(line, today) ??
    everSo(line, today)
  );
}

// 刘国庆今年走访几户 is no question about the feast.
const withoutPeople = (line: string, { people }: Facts): string =>
  findNames(line, people).reduce((rest, name) => rest.replaceAll(name, "\u0001".repeat(name.length)), line);

/** The words of a question without those that name its stretch of time. */
export const withoutStretch = (said: Pick<Said, "text" | "at">, facts: Facts): string =>
  (askedStretch(said, facts)?.words ?? []).reduce(
    (rest, one) => rest.replace(one, " "),
    said.text.normalize("NFKC"),
  );

const EVER =
  /(?:一共|总共|拢共|累计|合计|从来)[^,。]{0,10}?[一-鿿](?<![超不通经])过(?![年节去来程期])[^,。]{0,6}?(?:多少|好多|几)|(?<![超不通经])过(?![年节去来程期])[^,。]{0,4}(?:一共|总共|拢共|累计)[^,。]{0,4}(?:多少|好多|几)/u;

// 一共走访过多少户 is of all that was ever done.
function everSo(line: string, today: Day): AskedStretch | undefined {
  if (!EVER.test(line) || findDates(line, { today, prefer: "past" }).length > 0) return undefined;
  return { period: { from: BEFORE_ALL, to: yearAround(today).to }, words: [] };
}

// 25年和26年 next to each other are one stretch.
function namedYears(line: string, today: Day): AskedStretch | undefined {
  const { years, words } = findYears(line, today);
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { period: { from: toDay(first, 1, 1), to: toDay(last, 12, 31) }, words: [words] };
}

function wholeStretch(line: string, today: Day): AskedStretch | undefined {
  const year = yearOf(today);
  const { to } = yearAround(today);
  const WAYS: readonly (readonly [RegExp, (n: number) => FigurePeriod])[] = [
    [ALL_YEARS, () => ({ from: BEFORE_ALL, to })],
    [HALF_YEAR, () => ({ from: addDays(addMonths(today, -6), 1), to: today })],
    [ONE_YEAR, () => ({ from: addDays(addMonths(today, -12), 1), to: today })],
    [THESE_YEARS, (n) => ({ from: toDay(year - n + 1, 1, 1), to })],
    [FIRST_MONTHS, (n) => ({ from: toDay(year, 1, 1), to: toDay(year, n, daysInMonth(year, n)) })],
  ];
  for (const [pattern, periodOf] of WAYS) {
    const found = pattern.exec(line);
    const n = parseNumber(found?.groups?.["n"] ?? "")?.value ?? 1;
    if (found !== null && n <= MONTHS) return { period: periodOf(n), words: [found[0]] };
  }
  return undefined;
}

const MONTHS = 12;

function halfOfMonth(line: string, today: Day): AskedStretch | undefined {
  const half = HALF_MONTH.exec(line);
  const which = half?.groups?.["which"];
  if (half === null || which === undefined) return undefined;
  const found = findDates(line, { today, prefer: "past" }).find((one) => one.wide);
  const of = found?.start ?? today;
  const [year, month] = [yearOf(of), monthOf(of)];
  const isWholeMonth = found === undefined || found.end === toDay(year, month, daysInMonth(year, month));
  if (!isWholeMonth || !of.endsWith(found === undefined ? "" : "-01")) return undefined;
  const [from, to] = which === "上" || which === "前" ? [1, MIDDLE] : [MIDDLE + 1, daysInMonth(year, month)];
  const period = { from: toDay(year, month, from), to: toDay(year, month, to) };
  return { period, words: [half[0], ...(found === undefined ? [] : [found.text])] };
}

const MIDDLE = 15;

// 11月和12月: two stretches of which the second begins where the first ends are one, unless each is asked for.
function nextToEachOther(line: string, today: Day): AskedStretch | undefined {
  const [one, two, ...more] = findDates(line, { today, prefer: "past" });
  if (one === undefined || two === undefined || more.length > 0 || /各|分别|[比哪差]/u.test(line))
    return undefined;
  const between = line.slice(one.index + one.text.length, two.index);
  const isOne =
    one.wide && two.wide && two.start === addDays(one.end, 1) && /^\s?[和与跟及、,]\s?$/u.test(between);
  return isOne
    ? { period: { from: one.start, to: two.end }, words: [one.text + between + two.text] }
    : undefined;
}

const BEFORE = /^(?:\(含\)|含|这?天|当天)?(?:之前|以前|前(?![后几两三半十\d]))/u;
const AFTER = /^(?:\(含\)|含|这?天|当天)?(?:之后|以后|过后|后(?![几两三半十\d天面来]))/u;
const UNTIL = /^(?:这?天|当天)?(?:为止|止)/u;
const UP_TO = /(?:截至|截止至|截止到?)(?:到)?$/u;
const UP_TO_END = /(?<=^|[^\d年月日号度天周从自])[至到]$/u;
const BOUND = /^(?:截至|截止至|截止到?)|(?:(?:之|以|过)?[前后]|为?止)$/gu;
// 三天前 and 两个月后 are days and not their far side.
const AWAY =
  /[\d一二三四五六七八九十两几半](?:个月|个?(?:周|星期|礼拜)|个季度|天|日内|(?<!\d\d)年)(?:之|以)?[前后]$/u;

/** 11月以前, 截至11月底, 2月15日后: from the year's begin to a bound, or from a bound until today. */
function boundedBy(line: string, today: Day): AskedStretch | undefined {
  const [first, ...others] = findDates(line, { today, prefer: "past" });
  if (first === undefined || others.length > 0 || AWAY.test(first.text)) return undefined;
  const words = first.text.replace(BOUND, "");
  const at = line.indexOf(words, first.index);
  const inner = innerDays(words, today);
  if (inner === undefined) return undefined;
  const [before, behind] = [line.slice(0, at), line.slice(at + words.length)];
  const told = (bound: RegExp): string => `${words}${bound.exec(behind)?.[0] ?? ""}`;
  const { start, end } = inner;
  const includes = /^\(?含/u.test(behind);
  if (AFTER.test(behind))
    return { period: { from: includes ? start : addDays(end, 1), to: today }, words: [told(AFTER)] };
  // 年底前 is all of the year, as 截至年底 is.
  const reaches = includes || /[底末]$/u.test(words);
  if (BEFORE.test(behind))
    return { period: untilDay(reaches ? end : addDays(start, -1), inner), words: [told(BEFORE)] };
  const upTo = UP_TO.exec(before)?.[0] ?? (/[底末]$/u.test(words) ? UP_TO_END.exec(before)?.[0] : undefined);
  return UNTIL.test(behind) || upTo !== undefined
    ? { period: untilDay(end, inner), words: [`${upTo?.slice(-MOST_BOUND) ?? ""}${told(UNTIL)}`] }
    : undefined;
}

const MOST_BOUND = 3;

// Before a day that is still to come this year, the year is meant that it lies in.
function innerDays(words: string, today: Day) {
  const [past] = findDates(words, { today, prefer: "past" });
  const [ahead] = findDates(words, { today, prefer: "future" });
  return ahead !== undefined && yearOf(ahead.start) === yearOf(today) ? ahead : past;
}

/** No record of this house is older. */
const FIRST_DAY: Day = toDay(2000, 1, 1);

// 去年以前 reaches back to the first of all days, 截至12月底 to that of its year.
const untilDay = (to: Day, { start, end }: Pick<FoundDate, "start" | "end">): FigurePeriod => ({
  from: start.endsWith("-01-01") && end.endsWith("-12-31") ? FIRST_DAY : toDay(yearOf(to), 1, 1),
  to,
});
