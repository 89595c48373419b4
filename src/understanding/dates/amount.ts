import { addMonths, fromDayNumber, toDayNumber } from "#src/domain/day.ts";
import { parseNumber } from "../numbers.ts";

/** A unit of time; a `workday` is counted by the calendar of the office. */
export type Unit = "year" | "quarter" | "month" | "week" | "workday" | "day" | "hour" | "minute" | "second";

/** A length of time; `vague` where about so much was said. */
export type Amount = { readonly count: number; readonly unit: Unit; readonly vague: boolean };

/** How many of something, bounded so that it is linear. */
export const COUNT = "(?:\\d{1,5}(?:\\.\\d{1,2})?|[一二两俩仨三四五六七八九十百]{1,5}|几|半|数)(?:几|多|来)?";
/** What is counted; 刻钟 is a quarter of an hour. */
export const UNIT =
  "(?:年(?!代)|个?季度|个?月|个?星期|个?礼拜|个?周|个?工作日|个?交易日|天|日|个?小时|个?钟头|个钟|分钟|刻钟|秒钟?)";

const UNITS: Readonly<Record<string, Unit>> = {
  年: "year",
  季度: "quarter",
  月: "month",
  星期: "week",
  礼拜: "week",
  周: "week",
  工作日: "workday",
  交易日: "workday",
  天: "day",
  日: "day",
  小时: "hour",
  钟头: "hour",
  钟: "hour",
  时: "hour",
  分钟: "minute",
  分: "minute",
  秒钟: "second",
  秒: "second",
};

/** Seconds in a unit; months and years as 30 and 365 days, as durations are reckoned. */
const SECONDS: Readonly<Record<Unit, number>> = {
  year: 365 * 86_400,
  quarter: 90 * 86_400,
  month: 30 * 86_400,
  week: 7 * 86_400,
  workday: 86_400,
  day: 86_400,
  hour: 3600,
  minute: 60,
  second: 1,
};

/** Reads 3, 半, 两, 几 with its unit; undefined where it is none. */
export function readAmount(count: string, unit: string, half = false): Amount | undefined {
  const bare = unit.replace(/^个/u, "");
  const vague = /[几数多来]/u.test(count);
  const said = /^[几数]$/u.test(count) ? 3 : parseNumber(count.replace(/(?<=.)[几多来]$/u, ""))?.value;
  if (said === undefined) return undefined;
  const value = said + (half ? 0.5 : 0);
  if (bare === "刻钟") return { count: value * 15, unit: "minute", vague };
  const kind = UNITS[bare];
  return kind === undefined ? undefined : { count: value, unit: kind, vague };
}

export const secondsOf = ({ count, unit }: Amount): number => Math.round(count * SECONDS[unit]);

export const isSubDay = ({ count, unit }: Amount): boolean =>
  unit === "hour" || unit === "minute" || unit === "second" || (unit === "day" && count % 1 !== 0);

/** The moment that is an amount after another, in seconds since 1970-01-01; before it where `sign` is -1. */
export function moved(moment: number, { count, unit }: Amount, sign: 1 | -1): number {
  if (unit === "year" || unit === "month" || unit === "quarter") {
    const months = count * { year: 12, month: 1, quarter: 3 }[unit];
    const day = Math.floor(moment / 86_400);
    const whole = Math.trunc(months);
    const there = toDayNumber(addMonths(fromDayNumber(day), sign * whole));
    const rest = Math.floor((months - whole) * 30);
    return (there + sign * rest) * 86_400 + (moment - day * 86_400);
  }
  if (unit === "workday")
    return moment + sign * workdays(Math.floor(moment / 86_400), Math.round(count), sign);
  return moment + sign * Math.round(count * SECONDS[unit]);
}

// Monday to Friday: the reader knows no official calendar; who counts a legal period uses the clocks of the policy.
function workdays(day: number, count: number, sign: 1 | -1): number {
  let moves = 0;
  for (let left = Math.min(count, 1000); left > 0;) {
    moves += 1;
    const weekday = (((day + sign * moves + 3) % 7) + 7) % 7;
    if (weekday < 5) left -= 1;
  }
  return moves * 86_400;
}
