import type { Day } from "#src/domain/day.ts";
import type { Move, Way } from "#src/domain/moved-from.ts";
import { NUMBER, parseNumber } from "#src/understanding/numbers.ts";
import { minutesIn } from "./minutes-in.ts";
import { readWhen } from "./plan/plan-when.ts";

const EARLIER = /提前|提早|往前/u;
const LATER = /推迟|推后|往后|推到|顺延|延/u;
const DATE = new RegExp(`^(?<date>${NUMBER})[日号]`, "u");
const WEEKDAY = /^(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])/u;
const WEEKDAYS = "一二三四五六日";
// 推迟一天, 往后推两周, 提前半小时: so far from where it is.
const FAR =
  /(?:推迟|延后|延期|推后|顺延|往后(?:推|挪|延)|提前|提早|往前(?:提|挪))(?:了)?(?<far>[\d一二两三四五六七八九十半个]{1,4}(?<unit>天|日|周|星期|礼拜|小时|钟头|分钟|刻钟|个半小时|个半钟头))$/u;
const NEXT = /^(?:(?<after>第二天|次日|后一天|隔天)|(?<before>前一天|头一天|头天))/u;

/** Whether words say that something becomes later or earlier. */
const wayOf = (order: string): Way | undefined =>
  EARLIER.test(order) ? "earlier" : LATER.test(order) ? "later" : undefined;

/** A day without its month or its week, as it is seen from where something is: `order` says which way it goes. */
export function readMoveTo(to: string, order: string, today: Day): Move | undefined {
  const next = NEXT.exec(to)?.groups;
  if (next !== undefined) return { of: "days", count: next["after"] === undefined ? -1 : 1 };
  const { said = "" } = readWhen(to, today);
  const way = wayOf(order);
  const known = way === undefined ? {} : { way };
  const weekday = WEEKDAYS.indexOf((WEEKDAY.exec(said)?.groups?.["weekday"] ?? "?").replace("天", "日")) + 1;
  if (weekday > 0) return { of: "weekday", value: weekday, ...known };
  const date = parseNumber(DATE.exec(said)?.groups?.["date"] ?? "")?.value;
  return date === undefined ? undefined : { of: "month-day", value: date, ...known };
}

/** How far something is moved from where it is; undefined where the words do not end with that. */
export function readMoveBy(order: string): Move | undefined {
  const { far = "", unit = "" } = FAR.exec(order)?.groups ?? {};
  const sign = wayOf(order) === "earlier" ? -1 : 1;
  if (/[时头钟]$/u.test(unit)) {
    const minutes = minutesIn(far);
    return minutes === undefined ? undefined : { of: "minutes", count: sign * minutes };
  }
  const count = parseNumber(far.slice(0, -unit.length).replace(/个$/u, ""))?.value ?? 0;
  const days = count * (/[天日]/u.test(unit) ? 1 : 7);
  return Number.isInteger(days) && days > 0 ? { of: "days", count: sign * days } : undefined;
}
