import { addChar, hasChar, toCharSet, withBlanks } from "../char-set.ts";
import { gateOf } from "../guarded.ts";
import { CLOCK_PARTS } from "./clock-parts.ts";
import { FESTIVAL_PARTS } from "./festival-parts.ts";
import { type Frame, type Now, type PartRule, RANKS } from "./frame.ts";
import { MONTH_PARTS } from "./month-parts.ts";
import { OFFSET_PARTS } from "./offset-parts.ts";
import { NEAR_PARTS, WEEK_PARTS } from "./week-parts.ts";
import { WRITTEN_PARTS } from "./written-parts.ts";
import { YEAR_PARTS } from "./year-parts.ts";

/** A phrase that names a date or time, and where it ends. */
export type Phrase = { readonly frame: Frame; readonly start: number; readonly end: number };

// What could be read in two ways is tried in this order.
const PARTS: readonly PartRule[] = [
  ...FESTIVAL_PARTS,
  ...WRITTEN_PARTS,
  ...YEAR_PARTS,
  ...WEEK_PARTS,
  ...MONTH_PARTS,
  ...NEAR_PARTS,
  ...CLOCK_PARTS,
  ...OFFSET_PARTS,
];

/** Most parts need a character that a text does not hold: they are not tried on it. */
type Part = PartRule & { readonly mayMatch: ((text: string) => boolean) | undefined };

// Which of the lists below holds the parts that may begin with a character, by its code: most characters begin none.
const BEGINS = new Uint16Array(65_536);
const BEGINNING = toCharSet("");
const BY_START: Part[][] = [[]];
for (const rule of PARTS) {
  const part = { ...rule, mayMatch: gateOf(rule.pattern) };
  for (const character of new Set(part.starts)) {
    const code = character.charCodeAt(0);
    addChar(BEGINNING, code);
    if (BEGINS[code] === 0) BEGINS[code] = BY_START.push([]) - 1;
    BY_START[BEGINS[code] ?? 0]?.push(part);
  }
}

/** True where a part of a date may begin with the character of a text at a place. */
export const mayBegin = (text: string, at: number): boolean => hasChar(BEGINNING, text.charCodeAt(at));

type Step = { readonly frame: Frame; readonly rank: number; readonly end: number };

const FRESH: Step = { frame: {}, rank: -1, end: 0 };

/** Reads the longest phrase that begins at a place; undefined where none does. */
export function readPhrase(text: string, start: number, now: Now): Phrase | undefined {
  let step = readPart(text, start, FRESH, now);
  if (step === undefined) return undefined;
  for (let next: Step | undefined = step; next !== undefined; next = readOn(text, step, now)) step = next;
  return { frame: step.frame, start, end: step.end };
}

// 的, a space, a bracket or a comma may stand between the parts of one date.
const GAP = withBlanks("的");
const WIDE_GAP = /\s?[,,、((]\s?/uy;
const WIDE_GAP_BEGINS = withBlanks(",,、((");

function readOn(text: string, step: Step, now: Now): Step | undefined {
  const next = readPart(text, behindGap(text, step.end), step, now);
  if (next !== undefined) return next;
  const there = behindWideGap(text, step.end);
  if (there === step.end) return undefined;
  const far = readPart(text, there, step, now);
  if (far === undefined || !belongs(step, far)) return undefined;
  return text[there - 1] === "(" && text[far.end] === ")" ? { ...far, end: far.end + 1 } : far;
}

/** Behind a comma only the weekday of the date, the date of the weekday, or the month of the year still belongs. */
const belongs = (before: Step, after: Step): boolean =>
  (after.rank === RANKS.weekday && before.frame.weekday === undefined && before.frame.date !== undefined) ||
  (before.rank === RANKS.weekday && after.frame.month !== undefined) ||
  (before.rank === RANKS.year && after.frame.date !== undefined) ||
  (before.rank === RANKS.year && after.rank === RANKS.month);

function behindGap(text: string, from: number): number {
  if (!hasChar(GAP, text.charCodeAt(from))) return from;
  return hasChar(GAP, text.charCodeAt(from + 1)) ? from + 2 : from + 1;
}

function behindWideGap(text: string, from: number): number {
  if (!hasChar(WIDE_GAP_BEGINS, text.charCodeAt(from))) return from;
  WIDE_GAP.lastIndex = from;
  return WIDE_GAP.test(text) ? WIDE_GAP.lastIndex : from;
}

function readPart(text: string, at: number, before: Step, now: Now): Step | undefined {
  if (at >= text.length || !mayBegin(text, at)) return undefined;
  const parts = BY_START[BEGINS[text.charCodeAt(at)] ?? 0] ?? [];
  const behind = before.rank < 0 ? behindNumber(text, at) : undefined;
  for (const { rank, follows, pattern, read, mayMatch } of parts) {
    if (!mayFollow(before, rank)) continue;
    if (behind !== undefined && follows?.includes(behind) === false) continue;
    if (mayMatch?.(text) === false) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const frame = read(match.groups ?? {}, now, before.frame);
    if (frame === null) continue;
    const impossible = before.frame.impossible === true || frame.impossible === true;
    return {
      frame: impossible ? { ...before.frame, ...frame, impossible: true } : { ...before.frame, ...frame },
      rank: Math.max(rank, before.rank),
      end: at + match[0].length,
    };
  }
  return undefined;
}

const OF_NUMBER = withBlanks("0123456789零〇一二两俩仨三四五六七八九十百千廿卅半几数多来个");
const LONGEST_NUMBER = 12;

// Most numbers of a message are amounts: what stands behind one tells which parts are worth trying.
function behindNumber(text: string, at: number): string | undefined {
  let end = at;
  while (end < at + LONGEST_NUMBER && hasChar(OF_NUMBER, text.charCodeAt(end))) end += 1;
  return end === at ? undefined : (text[end] ?? "end");
}

// From coarse to fine; a moment such as 刚才 stands alone; 农历 may stand before or behind the year.
function mayFollow(before: Step, rank: number): boolean {
  if (rank === RANKS.whole) return before.rank < 0;
  if (rank === RANKS.calendar) return before.rank <= RANKS.year;
  return rank > before.rank || repeatsWeekday(before, rank);
}

// 周日, 二月十号 and 上周的周日: a bare weekday may be followed by what says which.
const repeatsWeekday = ({ rank, frame }: Step, next: number): boolean =>
  rank === RANKS.weekday &&
  ((next === RANKS.weekday && frame.monday !== undefined && frame.weekday === undefined) ||
    ((next === RANKS.month || next === RANKS.day) && frame.monday === undefined));
