import { DIGITS, type Frame, type PartRule, RANKS } from "./frame.ts";

const MONTH = "1[0-2]|0?[1-9]";
const DATE = "3[01]|[12]\\d|0?[1-9]";
const AMOUNT_AFTER =
  "(?!公里|万|亿|元|亩|米|千米|小时|个|倍|%|公斤|吨|级|户|人|家|度|岁|厘|平|点|分|次|条|件|折|版|号楼|号院|斤|克|升|块)";

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

/** 2026-09-05, 2016/9/3, 2015.5.13, 2010 01 29, 2018-12-1209:03, 12-11-10, 20240307. */
const yearFirst: PartRule = {
  rank: RANKS.day,
  starts: DIGITS,
  pattern: new RegExp(
    `(?<![\\d.:/A-Za-z-])(?:(?<year>[12]\\d{3}|\\d\\d)(?<mark>[-/.])(?<month>[01]?\\d)\\k<mark>(?<date>3[01]|[012]\\d|[1-9])|(?<spaced>(?:19|20)\\d\\d) (?<month2>0\\d|1[0-2]) (?<date2>[0-3]\\d)|(?<solid>(?:19|20)\\d\\d)(?<month3>0[1-9]|1[0-2])(?<date3>0[1-9]|[12]\\d|3[01]))(?:(?=\\d\\d:\\d\\d)|(?![\\d]|[-/.]\\d))(?:日|号|T(?=\\d))?`,
    "uy",
  ),
  read: ({
    year,
    month = "",
    date = "",
    spaced,
    month2 = "",
    date2 = "",
    solid,
    month3 = "",
    date3 = "",
  }) => {
    if (year !== undefined) return year.length === 2 && Number(month) > 12 ? null : full(year, month, date);
    return spaced === undefined ? full(solid ?? "", month3, date3) : full(spaced, month2, date2);
  },
};

/** 13.5.2015, 3/3/15, 05/05/71: the year last; what cannot be a month is the day. */
const yearLast: PartRule = {
  rank: RANKS.day,
  starts: DIGITS,
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
  pattern: /(?<![\d.:/-])(?<year>(?:19|20)\d\d)[-./](?<month>0[1-9]|1[0-2])(?![\d.]|[-/]\d(?!\d{3}))/uy,
  read: ({ year = "", month = "" }) => ({ year: Number(year), month: Number(month) }),
};

/** 11.12, 11/6, 09-01, 6·30: only where nothing around it makes it an amount or a fraction. */
const monthFirst: PartRule = {
  rank: RANKS.day,
  starts: DIGITS,
  pattern: new RegExp(
    `(?<![\\d.:/A-Za-z$¥￥第]|(?<!\\d[./]\\d{1,2})-)(?<month>${MONTH})(?<mark>[-/.·])(?<date>${DATE})(?:(?<=[./·]\\d{1,2})[-~—至到](?<last>${DATE})(?=[号日]|(?![\\d./:年月点时])))?(?!\\d|[/.:]\\d|-\\d{1,2}(?![\\d./]))${AMOUNT_AFTER}(?<suffix>[号日])?`,
    "uy",
  ),
  read: ({ month = "", date = "", mark, last, suffix }, _now, frame) => {
    if (frame.month !== undefined || (mark === "-" && suffix !== undefined)) return null;
    if (mark === "-" && !/^0|^1[0-2]$/u.test(month) && Number(date) < 13 && frame.year === undefined)
      return { ...frame, month: Number(month), date: Number(date), vague: true };
    const stretch = last === undefined ? {} : { last: Number(last) };
    return { ...frame, month: Number(month), date: Number(date), ...stretch };
  },
};

export const WRITTEN_PARTS: readonly PartRule[] = [yearFirst, yearLast, yearAndMonth, monthFirst];
