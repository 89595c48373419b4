import { CALENDAR } from "./calendar.ts";
import { FESTIVE } from "./festivals.ts";
import type { DateRule, FoundDate, Reference } from "./found.ts";
import { RELATIVE } from "./relative.ts";

// A cheap look before any grammar: a text without one of these names no day.
const HINT =
  /[天日号月周年早晚晨刚旬夕]|星期|礼拜|季度|\d[-/.]\d|元旦|清明|五一|六一|七一|八一|十一|国庆|春节|元宵|端午|中秋|重阳|三八|初[一二三四五六七八九十]|目前|眼下|方才/u;

const RULES: readonly DateRule[] = [...FESTIVE, ...CALENDAR.slice(0, 2), ...RELATIVE, ...CALENDAR.slice(2)];

/** Finds the days and periods that a text names, in the order of the text. Earlier rules win where they overlap. */
export function findDates(text: string, reference: Reference): FoundDate[] {
  if (!HINT.test(text)) return [];
  const found: FoundDate[] = [];
  let left = text;
  for (const { pattern, read } of RULES) {
    for (let from = 0; from < left.length;) {
      const match = pattern.exec(left.slice(from));
      if (match === null || match[0] === "") break;
      const index = from + match.index;
      from = index + match[0].length;
      const meant = read(match.groups ?? {}, reference);
      if (meant === null) continue;
      const { start, end = start, wide = false, doubtful = false } = meant;
      found.push({ index, text: match[0], start, end, wide, doubtful });
      left = left.slice(0, index) + "\u0001".repeat(match[0].length) + left.slice(from);
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

const CLOCK =
  /(?<part>凌晨|清早|早上|早晨|上午|中午|下午|傍晚|晚上|晚|夜里|早)?(?<hour>[01]?\d|2[0-4]|十[一二]?|[一二两三四五六七八九])(?:点(?!名|评|位|意见|建议|子|看法)(?<rest>半|一刻|三刻|\d{1,2}分?|[一二三四五]?十[一二三四五六七八九]?分)?|:(?<minute>[0-5]\d))/u;

/** The time of day a text names, as HH:MM; undefined where it names none. */
export function findTime(text: string): string | undefined {
  const groups = CLOCK.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { part = "", hour = "", rest, minute } = groups;
  const said = /^\d/u.test(hour)
    ? Number(hour)
    : "两" === hour
      ? 2
      : "零一二三四五六七八九十".indexOf(hour[0] ?? "") +
        (hour.length > 1 ? " 一二".indexOf(hour[1] ?? "") : 0);
  const late = /下午|傍晚|晚|夜/u.test(part) && said < 12 && !(part === "凌晨");
  const noon = part === "中午" && said < 3;
  const hours = late || noon ? said + 12 : said;
  return hours > 24 ? undefined : `${String(hours % 24).padStart(2, "0")}:${minutesOf(rest, minute)}`;
}

function minutesOf(rest: string | undefined, minute: string | undefined): string {
  if (minute !== undefined) return minute;
  if (rest === undefined) return "00";
  const quarter = { 半: "30", 一刻: "15", 三刻: "45" }[rest];
  return quarter ?? rest.replace("分", "").padStart(2, "0");
}
