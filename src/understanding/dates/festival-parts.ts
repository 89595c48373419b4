import { partsOfDay } from "#src/domain/day-number.ts";
import { pick } from "./days.ts";
import { FESTIVALS, type Yearly } from "./festivals.ts";
import { type Now, type PartRule, RANKS } from "./frame.ts";
import { fromLunar } from "./lunar.ts";
import { smallNumber } from "./numerals.ts";

const NAMES = [...FESTIVALS.keys()].filter((name) => name !== "十一").sort((a, b) => b.length - a.length);
const PREFIX = "(?:119|315|626|124|六五|三五|国际|全国|世界|三八|五一|五四|六一|七一|八一|十一|九九)?";
const STARTS = `${NAMES.map((name) => name[0]).join("")}国全世三五六七八十九136`;

/** 国庆, 中秋节, 五一劳动节, 国庆前一天, 春节期间. Names that are also numbers need something beside them. */
const festival: PartRule = {
  rank: RANKS.day,
  starts: STARTS,
  pattern: new RegExp(
    `(?<![\\d零一二三四五六七八九十百千万第周])${PREFIX}(?<name>${NAMES.join("|")})(?![月号日点路村街组社户人名位条件次万千百亿度元个岁\\d零一二三四五六七八九十红班])(?:佳节|节日?)?(?<loose>前后|期间|小?长假|假期|放假|黄金周)?(?:(?:的?前|头)(?<before>[一二两三1-3])天|后(?:第?(?<after>[一二两三1-3]))天|(?<eve>前夜|[前头]天|前一?日)|(?<second>第二天|次日|后一天)|第(?<nth>[三四五六七3-7])天|(?<near>之?前(?![天往后来进期台锋任面\\d一二两三四五六七八九十])|前夕|将[至近]|快[要到]了?|临近|来临|在即|即将|到来之[前际]|[之以过]后|后(?![天来半面\\d一二两三])))?(?<own>当[天日]|那一?[天日]|正日子)?`,
    "uy",
  ),
  read: ({ name = "", loose, before, after, eve, second, nth, near, own }, now, frame) => {
    const yearly = FESTIVALS.get(name);
    if (yearly === undefined || frame.month !== undefined) return null;
    if (near !== undefined && isSoon(yearly, now)) return null;
    const isBare = [loose, before, after, eve, second, nth, near, own].every((one) => one === undefined);
    const isAhead = frame.year === undefined && now.direction === "past" && isSoon(yearly, now);
    if (isBare && isAhead) return null;
    const back = before === undefined ? (eve === undefined ? 0 : -1) : -countOf(before);
    const side =
      back +
      (after === undefined ? 0 : countOf(after)) +
      (second === undefined ? 0 : 1) +
      (nth === undefined ? 0 : countOf(nth) - 1);
    return {
      ...frame,
      yearly,
      beside: side,
      ...(loose === undefined && near === undefined && !isAhead ? {} : { vague: true as const }),
    };
  },
};

/** So many days ahead a festival is what people have in mind. */
const SOON = 45;

// 春节将至, 教师节前, 端午走访: said shortly before it, the festival is why something was done and not when.
const isSoon = (yearly: Yearly, { day, direction }: Now): boolean => {
  const { year } = partsOfDay(day);
  return (
    direction !== "future" &&
    [yearly(year), yearly(year + 1)].some((one) => one !== undefined && one > day && one <= day + SOON)
  );
};

const countOf = (words: string): number => smallNumber(words);

// 十一 is a number first: only what follows makes it the first of October.
const firstOfOctober: PartRule = {
  ...festival,
  starts: "十",
  pattern:
    /(?<![\d零一二三四五六七八九十百千万第双])(?<name>十一)(?=节|假|长假|期间|黄金周|放假|前夕|前后|当天|那天|前一天|国庆)(?:节)?(?<loose>前后|前夕|期间|小?长假|假期|放假|黄金周)?(?:前(?<before>[一二两1-3])天)?(?:当天|那天)?/uy,
};

// 315那天, 一一九当天: days that are called by their number.
const numbered: PartRule = {
  rank: RANKS.day,
  starts: "136三一六",
  pattern:
    /(?<![\d.第零一二三四五六七八九十百千万]|[打拨]了?)(?<name>315|119|626|1204|三一五|一一九|六二六|一二零?四)(?:那一?天|当[天日]|那[日晚])/uy,
  read: ({ name = "" }, _now, frame) => {
    const yearly = FESTIVALS.get(NUMBERED[name] ?? "");
    return yearly === undefined || frame.month !== undefined ? null : { ...frame, yearly, beside: 0 };
  },
};
const NUMBERED: Readonly<Record<string, string>> = {
  315: "消费者权益日",
  三一五: "消费者权益日",
  119: "消防日",
  一一九: "消防日",
  626: "禁毒日",
  六二六: "禁毒日",
  1204: "宪法日",
  一二零四: "宪法日",
  一二四: "宪法日",
};

/** 大年初三. */
const newYear: PartRule = {
  rank: RANKS.day,
  starts: "大",
  pattern: /大年(?<date>初[一二三四五六七八九十]|十[一二三四五])/uy,
  read: ({ date = "" }, _now, frame) => ({ ...frame, lunar: true, month: 1, date: smallNumber(date) }),
};

/** 初五, 初八那天: of the nearest lunar month; 初二 and 初三 may be a class of a school, and 初三初四 not. */
const lunarDay: PartRule = {
  rank: RANKS.day,
  starts: "初",
  pattern:
    /(?<![年月正冬腊])初(?<date>[四五六七八九十]|[一二三](?=(?:[、和]?初[一二三]){0,2}[、和]?初[四五六七八九十]|那天|当天|上午|下午|早上|晚上|中午|一早|就|我|去|走|给|到|(?<=(?:^|[,。;\s])初[一二三])(?:在(?![^,。]{0,8}[读念])|和|跟|陪|回|下午|下村|组织|开)))(?![\d一二三四五六七八九十月])(?:那天|当天)?/uy,
  read: ({ date = "" }, now, frame) => {
    if (frame.month !== undefined) return null;
    const { year } = partsOfDay(now.day);
    const days = [year - 1, year].flatMap((one) =>
      MONTHS.flatMap((month) => fromLunar(one, month, smallNumber(date)) ?? []),
    );
    const day = pick(days, now);
    return day === undefined ? null : { ...frame, day };
  },
};
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

export const FESTIVAL_PARTS: readonly PartRule[] = [lunarDay, newYear, firstOfOctober, numbered, festival];
