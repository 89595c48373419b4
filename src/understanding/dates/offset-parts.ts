import { partsOfDay } from "#src/domain/day-number.ts";
import { listMatches } from "../list-matches.ts";
import { type Amount, COUNT, isSubDay, moved, readAmount, secondsOf, UNIT } from "./amount.ts";
import { DIGITS, type Frame, type Now, NUMERALS, type PartRule, RANKS } from "./frame.ts";
import { firstOf, mondayOf } from "./days.ts";

const STARTS = `${DIGITS}${NUMERALS}数再过`;
const BEFORE_NUMBER = "(?<![\\d零一二两三四五六七八九十百千万几第.])";
const WAY =
  "(?:之前|以前|前(?![来往面后期景台辈])|之后|以后|过后|后(?![期续面勤山院台]|来的)|之内|以内|内(?![容部科外地]))";

const UNITS_BEGIN = "年季月星礼周工交天日小钟分刻秒.";
const isEmpty = (frame: Frame): boolean => Object.keys(frame).length === 0;
const nowOf = ({ day, second }: Now): number => day * 86_400 + second;
const signOf = (way: string): 1 | -1 => (way.includes("前") ? -1 : 1);

/** 2年后3月5号: the year; 3周后的周五: the week. */
const away: PartRule = {
  rank: RANKS.year,
  starts: STARTS,
  follows: "年周星礼",
  pattern: new RegExp(
    `${BEFORE_NUMBER}(?<count>\\d{1,2}|[一二两三四五六七八九十]{1,3})(?:(?<years>年)(?<way>${WAY})的?(?=\\d{1,2}月|[一二三四五六七八九十]{1,2}月)|(?<weeks>周|个?星期|个?礼拜)(?<way2>${WAY})?的?(?=(?:周|星期|礼拜)[一二三四五六日天末]))`,
    "uy",
  ),
  read: ({ count = "", years, way, way2 }, now, before) => {
    if (!isEmpty(before)) return null;
    const amount = readAmount(count, years ?? "周");
    if (amount === undefined || (years === undefined && way2 === undefined)) return null;
    const shift = amount.count * signOf(way ?? way2 ?? "");
    if (years !== undefined) return { year: partsOfDay(now.day).year + shift, near: true };
    return { monday: mondayOf(now.day) + 7 * shift };
  },
};

const PAIR = `(${COUNT})(个半)?\\s?(${UNIT}|[时分](?!钟))(半)?`;
const FIRST = `(?:${COUNT})(?:个半)?\\s?${UNIT}半?`;
const NEXT = `(?:${COUNT})\\s?(?:(?!日)${UNIT}|[时分])半?`;
const EACH = new RegExp(PAIR, "gu");

/** 三天前, 3小时20分钟后, 半个月之前, 5日之内; without a direction a duration: 两年, 8天又二十个小时. */
const amounts: PartRule = {
  rank: RANKS.day,
  starts: STARTS,
  follows: UNITS_BEGIN,
  pattern: new RegExp(
    `${BEFORE_NUMBER}(?<ahead>再?过|再)?(?<all>${FIRST}(?:(?:[,、\\s]{0,2}${NEXT}){1,6}(?=${WAY})|(?:[又零\\s]{0,2}${NEXT}){0,6}))(?![级轻龄])(?<way>${WAY})?`,
    "uy",
  ),
  read: ({ ahead, all = "", way }, now, before) => {
    if (!isEmpty(before)) return null;
    const list = listMatches(EACH, all).flatMap(([, count = "", and, unit = "", half]) => {
      const amount = readAmount(count, unit, (and ?? half) !== undefined);
      return amount === undefined ? [] : [amount];
    });
    if (list.length === 0) return null;
    const said = way ?? (ahead === undefined ? undefined : "后");
    if (said === undefined) return isDuration(all) ? asDuration(list) : null;
    if (isDayOfMonth(all, said)) return null;
    return from(list, said, now);
  },
};

const asDuration = (list: readonly Amount[]): Frame | null =>
  list.some(({ vague }) => vague) ? null : { seconds: list.reduce((sum, one) => sum + secondsOf(one), 0) };

// 三月 is March and 3日 the third; 5日前 is a limit, 三日前 three days ago.
const isDuration = (all: string): boolean =>
  !/^(?:\d+|[一二三四五六七八九十]+)[月日]$/u.test(all) && !/^(?:一年|一天|半天)$/u.test(all);
const isDayOfMonth = (all: string, way: string): boolean =>
  /^\d+日$/u.test(all) && way.includes("前") ? true : /^(?:\d+|[一二三四五六七八九十]+)月$/u.test(all);

function from(list: readonly Amount[], way: string, now: Now): Frame {
  const vague = list.some((one) => one.vague) ? { vague: true as const } : {};
  const within = way.includes("内") ? { within: true as const } : {};
  const moment = list.reduce((at, one) => moved(at, one, signOf(way)), nowOf(now));
  if (list.some(isSubDay)) return { instant: moment, ...vague, ...within };
  return { day: Math.floor(moment / 86_400), ...vague, ...within };
}

/** 前两天, 上两周, 后三个月: whole units beside today; 最近7天, 过去的50分钟里, 近三年: up to this moment. */
const beside: PartRule = {
  rank: RANKS.whole,
  starts: "前上后下过最近未今接往之此这",
  pattern: new RegExp(
    `(?<way>前|上|后|(?<![看查问讲说报列导数算一等])下|过去|最近|近|未来|今后|接下来|往后|之前|此前|这)(?:的|这)?\\s?(?!\\d{4}年)(?<count>${COUNT}|个(?=小时|钟头))\\s?(?<unit>${UNIT})(?![级轻代])(?:以?[来里内间])?`,
    "uy",
  ),
  read: ({ way = "", count = "", unit = "" }, now) => {
    if (count === "半" && /^[前上后下]$/u.test(way) && /[年月]$/u.test(unit)) return null;
    const amount = readAmount(count === "个" ? "一" : count, unit);
    if (amount === undefined || (unit === "日" && way !== "近")) return null;
    const vague = amount.vague || way === "这" ? { vague: true as const } : {};
    if (way === "这")
      return isFew(count, amount)
        ? { stretch: { from: now.day - amount.count + 1, to: now.day + 1 }, ...vague }
        : null;
    if (/^[前上后下]$/u.test(way)) return { ...aligned(amount, way, now), ...vague };
    return { moments: rolling(amount, way, now), ...vague };
  },
};

// 24号到26号这三天 only repeats the days before it.
const isFew = (count: string, { unit }: Amount): boolean => unit === "day" && /^[两几2]$/u.test(count);

function rolling(amount: Amount, way: string, now: Now): { from: number; to: number } {
  const at = nowOf(now);
  if (/未|今后|接|往/u.test(way)) return { from: at, to: moved(at, amount, 1) };
  const start = moved(at, amount, -1);
  return { from: isSubDay(amount) ? start : Math.floor(start / 86_400) * 86_400, to: at };
}

/** The whole units before or after the one that holds now: 上两周 ends last Sunday. */
function aligned(amount: Amount, way: string, now: Now): Frame {
  const at = floor(nowOf(now), amount, now);
  const back = /[前上]/u.test(way);
  const first = back ? moved(at, amount, -1) : moved(at, { ...amount, count: 1 }, 1);
  const last = back ? at : moved(first, amount, 1);
  if (isSubDay(amount)) return { moments: { from: first, to: last } };
  return { stretch: { from: first / 86_400, to: last / 86_400 } };
}

function floor(at: number, { unit }: Amount, { day }: Now): number {
  const { year, month } = partsOfDay(day);
  if (unit === "hour") return Math.floor(at / 3600) * 3600;
  if (unit === "minute") return Math.floor(at / 60) * 60;
  if (unit === "second") return at;
  if (unit === "day" || unit === "workday") return day * 86_400;
  if (unit === "week") return mondayOf(day) * 86_400;
  return firstOf(year, unit === "year" ? 1 : month) * 86_400;
}

export const OFFSET_PARTS: readonly PartRule[] = [away, beside, amounts];
