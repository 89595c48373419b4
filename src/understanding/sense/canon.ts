import { type CharSet, hasChar, replaceChars, toCharSet, withBlanks } from "../char-set.ts";
import { replaceNames } from "../known-names.ts";

const DIGITS = toCharSet("0123456789");
const NUMERALS = toCharSet("一二两三四五六七八九十百");
const COUNTED = toCharSet("户个条件场起名位人家天次公亩盏点月号日");
// 十几户, 30多人: as good as a number.
const ROUGH = toCharSet("几多余来把");
// 第二个, 星期一: no numbers.
const NAMED = toCharSet("第星期周拜");
const BLANKS = withBlanks("");

/** Longer messages are weighed by their beginning. */
const FIRST = 200;

// What a group or a station is tells of a duty: 地代表小组, 地联络站.
const toThere = (place: string): string => `地${PART.exec(place)?.[0] ?? ""}`;
const PART = /(?:代表|人大)?(?:小组|联络[站点室]|工作站|之家|联系点|接待[站点室])$/u;

/**
 * A message as it is weighed: names of deputies as 甲, known places as 地, every number as 9, with its beginning and
 * end marked, so that what was learned of one person or place holds for all.
 */
export function toCanon(text: string, people: readonly string[], places: readonly string[]): string {
  for (const one of lately)
    if (one.text === text && one.people === people && one.places === places) return one.canon;
  const canon = made(text, people, places);
  lately[next] = { text, people, places, canon };
  next = (next + 1) % REMEMBERED;
  return canon;
}

// What is weighed for one thing is mostly weighed for another next.
const REMEMBERED = 4;
type Known = {
  readonly text: string;
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly canon: string;
};
const lately: Known[] = [];
let next = 0;

function made(text: string, people: readonly string[], places: readonly string[]): string {
  const there = replaceNames(text.slice(0, FIRST), places, toThere);
  const plain = replaceNames(there, people, () => "甲");
  return `^${replaceChars(toNines(plain), BLANKS, "_")}$`;
}

// Digits, and numerals before what they count. Made of sets: as a pattern it took a tenth of all reading.
function toNines(text: string): string {
  let out = "";
  let kept = 0;
  for (let at = 0; at < text.length;) {
    const end = numberEnd(text, at);
    if (end > at) {
      out += `${text.slice(kept, at)}9`;
      kept = end;
    }
    at = Math.max(end, at + 1);
  }
  return kept === 0 ? text : out + text.slice(kept);
}

// Where the number ends that begins at a place; the place itself where none does.
function numberEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (hasChar(DIGITS, code)) {
    const whole = runEnd(text, at, DIGITS);
    return text[whole] === "." && hasChar(DIGITS, text.charCodeAt(whole + 1))
      ? runEnd(text, whole + 1, DIGITS)
      : (roughEnd(text, whole) ?? whole);
  }
  if (!hasChar(NUMERALS, code) || hasChar(NAMED, text.charCodeAt(at - 1))) return at;
  const end = runEnd(text, at, NUMERALS);
  return roughEnd(text, end) ?? (hasChar(COUNTED, text.charCodeAt(end)) ? end : at);
}

const roughEnd = (text: string, end: number): number | undefined =>
  hasChar(ROUGH, text.charCodeAt(end)) && hasChar(COUNTED, text.charCodeAt(end + 1)) ? end + 1 : undefined;

function runEnd(text: string, from: number, set: CharSet): number {
  let end = from;
  while (hasChar(set, text.charCodeAt(end))) end += 1;
  return end;
}
