import { partsOfDay } from "#src/domain/day-number.ts";
import { mondayOf } from "./days.ts";
import { type Frame, type Now, type PartRule, RANKS } from "./frame.ts";
import { smallNumber } from "./numerals.ts";

const WEEKDAYS = "一二三四五六日";

function weekdayFrom(said: string): Pick<Frame, "weekday" | "weekend"> {
  if (said === "末") return { weekend: true };
  if (said === "天") return { weekday: 7 };
  const index = WEEKDAYS.indexOf(said);
  return { weekday: index >= 0 ? index + 1 : Number(said) };
}

// 周一二三 are one stretch; 周一、三、五 are several days: which one is asked about.
function several(first: number | undefined, more: string | undefined): Frame {
  if (more === undefined) return {};
  const days = Array.from(more)
    .map((one) => WEEKDAYS.indexOf(one) + 1)
    .filter((one) => one > 0);
  const follow = days.every((one, at) => one === (first ?? 0) + at + 1);
  return follow ? { lastWeekday: days.at(-1) ?? first ?? 1 } : { vague: true };
}

const SHIFTS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 下: 1, 下下: 2 };

/** 上周三, 这周二, 上个礼拜六, 下周周六, 上上周的周日, 本周. */
const week: PartRule = {
  rank: RANKS.weekday,
  starts: "上下这本今",
  pattern:
    /(?<shift>上上|下下|上|下|这|本|今)一?个?(?:周|星期|礼拜)(?!年|期|边|围|岁)(?:的?(?:周|星期|礼拜)(?=[一二三四五六日天末]))?(?:(?<weekday>[一二三四五六日天末]|[1-6](?!\d))(?![天个]|周(?![一二三四五六日天末]))(?<more>(?:[、和及]?[二三四五六日](?![户人个名家次件条点时天月年岁号楼组十百千万])){1,5})?|(?<none>[七八九]|[7-9](?!\d)))?/uy,
  read: ({ shift = "", weekday, more, none }, { day }) => {
    const monday = mondayOf(day) + 7 * (SHIFTS[shift] ?? 0);
    if (none !== undefined) return { monday, impossible: true };
    const said = weekday === undefined ? {} : weekdayFrom(weekday);
    return { monday, ...said, ...several(said.weekday, more) };
  },
};

/** 周三, 星期天; beside a date it only repeats it. */
const weekday: PartRule = {
  rank: RANKS.weekday,
  starts: "周星礼",
  pattern:
    /(?<!(?<!周|星期|礼拜)[一二两三四五六七八九十百\d几])(?:周|星期|礼拜)(?:(?<said>[一二三四五六日天末])(?<more>(?:[、和及]?[二三四五六日](?![户人个名家次件条点时天月年岁号楼组十百千万])){1,5})?|(?<digit>[1-6])(?!\d))(?!岁|周(?![一二三四五六日天末]))/uy,
  read: ({ said, digit = "", more }, _now, frame) => {
    const day = weekdayFrom(said ?? digit);
    // 周一周二 are two days, and the second is no part of the first.
    const another = frame.weekday !== undefined && frame.weekday !== day.weekday && frame.date === undefined;
    return another ? null : { ...frame, ...day, ...several(day.weekday, more) };
  },
};

const UNITS: Readonly<Record<string, "day" | "week" | "month" | "quarter">> = {
  天: "day",
  日: "day",
  周: "week",
  星期: "week",
  礼拜: "week",
  月: "month",
  季度: "quarter",
};

/** 十月的第一周, 2021年的第三个月, 八月份的第一个周二, 去年的前10天, 上月最后五天, 首月. */
const nth: PartRule = {
  rank: RANKS.day,
  starts: "第前最头首后",
  pattern:
    /(?:第(?<n>\d{1,3}|[一二三四五六七八九十]{1,4})|(?<first>前|头|首)(?<count>\d{1,3}|[一二两三四五六七八九十]{1,3})?|最后\s?(?<last>\d{1,3}|[一二两三四五六七八九十]{1,3})?)\s?个?(?<unit>天|日|月|季度|周|星期|礼拜)(?<weekday>(?<=周|星期|礼拜)[一二三四五六日天])?/uy,
  read: ({ n, first, count, last, unit = "", weekday: said }, _now, frame) => {
    const kind = UNITS[unit];
    const named = frame.year !== undefined || frame.month !== undefined || frame.quarter !== undefined;
    if (!named || frame.date !== undefined || kind === undefined) return null;
    const how = n !== undefined ? "nth" : first !== undefined ? "first" : "last";
    const number = smallNumber(n ?? count ?? last ?? "一");
    if (number < 1) return null;
    if (said === undefined) return { ...frame, nth: { count: number, unit: kind, how } };
    return { ...frame, nth: { count: number, unit: "weekday", how, ...weekdayOnly(said) } };
  },
};

const weekdayOnly = (said: string): { weekday: number } => ({ weekday: weekdayFrom(said).weekday ?? 1 });

export const WEEK_PARTS: readonly PartRule[] = [week, weekday, nth];

const OFFSETS: Readonly<Record<string, number>> = {
  大大前: -4,
  大前: -3,
  向前: -3,
  前: -2,
  昨: -1,
  今: 0,
  当: 0,
  明: 1,
  听: 1,
  后: 2,
  大后: 3,
  外后: 3,
};

/** 昨天, 大前天, 今早, 明儿, 昨日, 当晚, 次日. */
const nearDay: PartRule = {
  rank: RANKS.day,
  starts: "大向前昨今当明听后外次翌第",
  pattern:
    /(?:(?<which>大大前|大前|大后|向前|外后|昨|今|明|听)(?:天|日(?!头条|报)|儿个?(?![童子女媳孙科])|(?<=[昨今明])个(?![月星礼年])|(?<=昨)(?=[,、:去到在参走接调签列送值办交旁视宣慰开主组看收捐入企今转报交完发补办巡\s])|(?<=^昨)(?=[一-龥])|(?<=[,。;\s\d户人名位件起次家个场条]昨)(?=[。!]?$)|(?<=昨[、和]?今)(?=两)|(?=[早晚晨夜]|[上下中]午))|(?<far>前|后)(?:天|日|儿个?(?![童子女媳孙科])|(?=晚))|(?<same>当)(?=晚[^会])|(?<next>次日|翌日|第二天))(?!性|线(?!上|下))/uy,
  read: ({ which, far, same, next }, { day }, before) => {
    if (next !== undefined) return { following: true };
    const meant = day + (OFFSETS[which ?? far ?? same ?? ""] ?? 0);
    return inYear(before, partsOfDay(day).year, meant) ?? { day: meant };
  },
};

// 去年今天, 前年的昨天: the same day of a year that was named.
function inYear({ year, near, month }: Frame, thisYear: number, meant: number): Frame | undefined {
  if (near !== true || year === undefined || year === thisYear || month !== undefined) return undefined;
  const parts = partsOfDay(meant);
  return { year: year + parts.year - thisYear, month: parts.month, date: parts.date };
}

/** 现在, 目前, 刚才. */
const now: PartRule = {
  rank: RANKS.whole,
  starts: "现此当目眼刚方",
  pattern: /现在|此[时刻]|当前|目前|眼下|刚[才刚]|方才|刚(?=[在从去到开走参接])/uy,
  read: (_groups, moment: Now) => ({ instant: moment.day * 86_400 + moment.second }),
};

/** 昨今两天, 昨前两天, 明后天: two days that are neighbours, said as one. */
const twoDays: PartRule = {
  rank: RANKS.day,
  starts: "前昨今明",
  pattern: /(?<two>前昨|昨前|昨今|今昨|今明|明后)(?:[两二]?[天日])/uy,
  read: ({ two = "" }, { day }) => {
    const [one = 0, other = 0] = Array.from(two, (name) => day + (OFFSETS[name] ?? 0)).sort((a, b) => a - b);
    return { day: one, days: other + 1 - one };
  },
};

export const NEAR_PARTS: readonly PartRule[] = [twoDays, nearDay, now];
