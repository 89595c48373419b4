import { partsOfDay } from "#src/domain/day-number.ts";
import { DIGITS, type Frame, type Now, NUMERALS, type PartRule, RANKS } from "./frame.ts";
import { digitByDigit, smallNumber } from "./numerals.ts";

export const yearNow = ({ day }: Now): number => partsOfDay(day).year;
export const monthNow = ({ day }: Now): number => partsOfDay(day).month;

const calendar: PartRule = {
  rank: RANKS.calendar,
  starts: "农阴旧",
  pattern: /(?:农历|阴历|旧历)的?/uy,
  read: () => ({ lunar: true }),
};

/** Years said with two digits lie at most ten years ahead: 三三年 said in 2021 is 1933. */
function centuryOf(short: number, now: Now): number {
  return 2000 + short <= yearNow(now) + 10 ? 2000 + short : 1900 + short;
}

/** 2016年, 二零一六年, 18年10月, 零八年, 两千零四年, 在789年. */
const year: PartRule = {
  rank: RANKS.year,
  starts: DIGITS + NUMERALS,
  follows: "年",
  pattern:
    /(?<![\d零一二三四五六七八九十百])(?:(?<full>[12]\d{3}|[一二][零〇一二三四五六七八九]{3}|[零〇]\d{3})|两千(?<since>[零〇]?[一二三四五六七八九十]{0,3})|(?<=在|公元)(?<ancient>\d{3})|(?<short>0\d|[零〇一二三四五六七八九]{2})|(?<dated>\d\d)(?=年(?:0?\d{1,2}月|十?[一二三四五六七八九十]月|[上下]半年|第?[一二三四1-4]个?季|第[\d一二三四五六七八九十]{1,3}[个周]|年?[初底末中])))\s?年(?!级|代|龄|纪)(?:度|份)?(?:内|全年)?/uy,
  read: ({ full, since, ancient, short, dated }, now, { lunar }) => {
    const kept: Frame = lunar === undefined ? {} : { lunar };
    const said = full ?? ancient;
    if (said !== undefined) return { ...kept, year: /^\d/u.test(said) ? Number(said) : digitByDigit(said) };
    if (since !== undefined)
      return { ...kept, year: since === "" ? 2000 : 2000 + smallNumber(since.replace(/^[零〇]/u, "")) };
    if (short !== undefined && isRoughCount(short)) return null;
    const two = short ?? dated ?? "";
    return { ...kept, year: centuryOf(/^\d/u.test(two) ? Number(two) : digitByDigit(two), now) };
  },
};

// 三五年, 二三年 are some years, not the year 35.
const isRoughCount = (short: string): boolean =>
  /^(?:一二|二三|三四|三五|四五|五六|六七|七八|八九)$/u.test(short);

const YEAR_SHIFTS: Readonly<Record<string, number>> = {
  大前: -3,
  前: -2,
  去: -1,
  上: -1,
  上一: -1,
  今: 0,
  本: 0,
  这一: 0,
  当: 0,
  同: 0,
  明: 1,
  下: 1,
  下一: 1,
  后: 2,
};

/** 去年, 今年, 本年度, 上一年. */
const nearYear: PartRule = {
  rank: RANKS.year,
  starts: "大前去上今本这当同明下后全",
  pattern:
    /(?:(?<which>大前|前|去|今|本|明|后|[上下]一?|这一|[当同](?=年(?:\d|[一二三四五六七八九十]{1,2}月)))年|全年)(?!级|纪|轻|龄|货|夜)(?:度|内)?/uy,
  read: ({ which = "今" }, now) => ({ year: yearNow(now) + (YEAR_SHIFTS[which] ?? 0), near: true }),
};

/** A year without its word, where nothing else stands: 2018, 1995-1997年, 从2016-2018. */
const bareYear: PartRule = {
  rank: RANKS.year,
  starts: "12",
  pattern:
    /(?:(?<=^\s?|[从自=]\s?)(?<alone>(?:19|20)\d\d)(?=\s?$|\s?[-–~—到至]\s?(?:19|20)\d\d(?!\d))|(?<=(?:19|20)\d\d(?:\.\d\d?)?\s?[-–~—到至]\s?)(?<second>(?:19|20)\d\d)(?![\d.年]))/uy,
  read: ({ alone, second }) => ({ year: Number(alone ?? second) }),
};

/** 上半年, 后半年, 上个半年. */
const half: PartRule = {
  rank: RANKS.season,
  starts: "上下前后",
  pattern: /(?<which>[上下前后])(?<shift>个)?半年/uy,
  read: ({ which = "", shift }, now, frame) => {
    if (shift === undefined) return { ...frame, half: /[上前]/u.test(which) ? 1 : 2 };
    const now2 = yearNow(now) * 2 + (monthNow(now) > 6 ? 1 : 0) + (/[上前]/u.test(which) ? -1 : 1);
    return { year: Math.floor(now2 / 2), half: now2 % 2 === 0 ? 1 : 2 };
  },
};

const QUARTERS = "一二三四";
const QUARTER_SHIFTS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 下: 1, 下下: 2 };

/** 前三季度: from the beginning of the year. */
const firstQuarters = (count: number, frame: Frame, now: Now): Frame => ({
  ...frame,
  year: frame.year ?? yearNow(now),
  nth: { count, unit: "quarter", how: "first" },
});

/** 三季度, 第1季度, Q1, 上季度, 本季度. */
const quarter: PartRule = {
  rank: RANKS.season,
  starts: `第前${QUARTERS}1234QＱq上下本这`,
  follows: "季第-~—到至",
  pattern:
    /(?:第?(?<![\d一二三四五六七八九十前])(?<which>[一二三四1-4])(?:个?季度|季(?=[初末底])|(?=[-~—到至][二三四2-4]个?季度))|前(?<first>[二两三23])个?季度|Q(?<english>[1-4])(?:季度)?(?![\d.])|(?<shift>上上|下下|上|下|本|这)一?个?季度?(?<=季|季度))/iuy,
  read: ({ which, english, shift, first }, now, frame) => {
    if (first !== undefined) return firstQuarters(smallNumber(first), frame, now);
    const said = which ?? english;
    if (said !== undefined)
      return {
        ...frame,
        quarter: QUARTERS.includes(said) ? QUARTERS.indexOf(said) + 1 : Number(said),
      };
    const count = yearNow(now) * 4 + Math.floor((monthNow(now) - 1) / 3) + (QUARTER_SHIFTS[shift ?? ""] ?? 0);
    return { year: Math.floor(count / 4), quarter: (count % 4) + 1 };
  },
};

export const YEAR_PARTS: readonly PartRule[] = [calendar, half, year, nearYear, bareYear, quarter];
