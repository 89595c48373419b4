import { DIGITS, type Frame, type PartRule, RANKS } from "./frame.ts";

const MONTH = "1[0-2]|0?[1-9]";
const DATE = "3[01]|[12]\\d|0?[1-9]";
const MARKS = "-/.·";
const AMOUNT_AFTER =
  "(?!公里|[kK]?[mM](?![a-z])|[kK][gG]|[cC][mM]|[年月]|万|亿|元|亩|米|千米|小时|个|倍|%|公斤|吨|级|户|人|家|度|岁|厘|平|点|分|次|条|件|折|版|号楼|号院|斤|克|升|块)";

const toYear = (said: string): number => {
  const year = Number(said);
  if (said.length > 2) return year;
  return year < 69 ? 2000 + year : 1900 + year;
};

const full = (year: string, month: string, date: string): Frame => ({
  year: toYear(year),
  month: Number(month),
  date: Number(date),
  ...(Number(month) > 12 ? { impossible: true as const, month: 12 } : {}),
});

/** 12-3-5 may be a door. */
const doorLike = (month: string): Frame => (month.length === 1 ? { vague: true } : {});

/** 2026-09-05, 2016/9/3, 2015.5.13, 2018-12-1209:03, 12-11-10. */
const yearFirst: PartRule = {
  rank: RANKS.day,
  starts: DIGITS,
  follows: MARKS,
  pattern:
    /(?<![\d.:/A-Za-z]|(?<!\d[-./]\d{1,2})-)(?<year>[12]\d{3}|\d\d)(?<mark>[-/.])(?<month>[01]?\d)\k<mark>(?<date>3[01]|[012]\d|[1-9])(?:(?=\d\d:\d\d)|(?!\d|[/.]\d|-\d{1,2}(?![\d./])))(?:日|号|T(?=\d))?/uy,
  read: ({ year = "", month = "", date = "" }) => {
    if (year.length > 2) return full(year, month, date);
    return Number(month) > 12 ? null : { ...full(year, month, date), ...doorLike(month) };
  },
};

/** 20240307, 2010 01 29. */
const solid: PartRule = {
  rank: RANKS.day,
  starts: "12",
  pattern:
    /(?<![\d.:/A-Za-z-])(?<year>(?:19|20)\d\d)(?<gap> ?)(?<month>0[1-9]|1[0-2])\k<gap>(?<date>0[1-9]|[12]\d|3[01])(?![\d]|[-/.]\d)/uy,
  read: ({ year = "", month = "", date = "" }) => full(year, month, date),
};

/** 13.5.2015, 3/3/15, 05/05/71: the year last; what cannot be a month is the day. */
const yearLast: PartRule = {
  rank: RANKS.day,
  starts: DIGITS,
  follows: MARKS,
  pattern:
    /(?<![\d.:/-])(?<one>[0-3]?\d)(?<mark>[-/.])(?<two>[0-3]?\d)\k<mark>(?<year>(?:19|20)\d\d|(?<=\/)\d\d)(?![\d]|[-/.]\d)/uy,
  read: ({ one = "", two = "", year = "" }) => {
    if (Number(one) > 12) return Number(two) > 12 ? null : full(year, two, one);
    return full(year, one, two);
  },
};

/** 2008.03, 2026-05: a month. */
const yearAndMonth: PartRule = {
  rank: RANKS.month,
  starts: "12",
  follows: MARKS,
  pattern:
    /(?<![\d.:/号第A-Za-z-])(?<year>(?:19|20)\d\d)[-./](?<month>0[1-9]|1[0-2])(?![\d.]|[-/]\d(?!\d{3}))/uy,
  read: ({ year = "", month = "" }) => ({ year: Number(year), month: Number(month) }),
};

/** 12-3 may be a door, 1/3 a part: they are asked about. */
const isRatio = (mark: string | undefined, month: string, date: string): boolean =>
  (mark === "-" && (month.length === 1 || date.length === 1)) ||
  (mark === "/" && Number(month) < Number(date) && Number(date) <= 5);

/** 11.12, 11/6, 09-01, 6·30: only where nothing around it makes it an amount or a fraction. */
const monthFirst: PartRule = {
  rank: RANKS.day,
  starts: DIGITS,
  follows: MARKS,
  pattern: new RegExp(
    `(?<![\\d./A-Za-z$¥￥第]|\\d:|(?<!\\d[./]\\d{1,2})-)(?<month>${MONTH})(?<mark>[-/.·])(?<date>${DATE})(?:(?<=[./·]\\d{1,2})[-~—至到](?<last>${DATE})(?=[号日]|(?![\\d./:年月点时])))?(?!\\d|[/.:]\\d|-\\d{1,2}(?![\\d./]))${AMOUNT_AFTER}(?<suffix>[号日])?`,
    "uy",
  ),
  read: ({ month = "", date = "", mark, last, suffix }, _now, frame) => {
    if (frame.month !== undefined || (mark === "-" && suffix !== undefined)) return null;
    const vague = isRatio(mark, month, date) ? { vague: true as const } : {};
    const stretch = last === undefined ? {} : { last: Number(last) };
    return { ...frame, month: Number(month), date: Number(date), ...stretch, ...vague };
  },
};

export const WRITTEN_PARTS: readonly PartRule[] = [yearFirst, solid, yearLast, yearAndMonth, monthFirst];
