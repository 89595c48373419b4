import { END, START } from "./anchor-sets.ts";
import { BEFORE_ALL, BEHIND_ALL, CLASS_COUNT, classOf, toClass } from "./char-classes.ts";

/** Marks that lie side by side in one number: which number, and the first of its bits. */
export type Marks = { readonly nth: number; readonly first: number };

/** Of which sets of words a text must hold one each to have a mark: at most two; none where it always has it. */
export type MarkNeeds = readonly ReadonlySet<string>[];

const BITS = 32;

// What every text has: the first and the second half of a mark, a bit each. Both halves make the mark.
const always: { firsts: number; seconds: number; used: number }[] = [];
// Which halves a word gives, by the word.
type Given = { readonly nth: number; firsts: number; seconds: number };
const givenBy = new Map<string, Given[]>();

/** Takes marks, at most 32, one for each of some needs. What was seen of a text before says nothing of them. */
export function takeMarks(needs: readonly MarkNeeds[]): Marks {
  let last = always.at(-1);
  if (last === undefined || last.used + needs.length > BITS) {
    last = { firsts: 0, seconds: 0, used: 0 };
    always.push(last);
  }
  const marks = { nth: always.length - 1, first: last.used };
  for (const [firsts, seconds] of needs) {
    const bit = 1 << last.used;
    last.used += 1;
    for (const word of firsts ?? []) give(word, marks.nth).firsts |= bit;
    for (const word of seconds ?? []) give(word, marks.nth).seconds |= bit;
    if (firsts === undefined) last.firsts |= bit;
    if (seconds === undefined) last.seconds |= bit;
  }
  table = undefined;
  return marks;
}

function give(word: string, nth: number): Given {
  const all = givenBy.get(word) ?? [];
  givenBy.set(word, all);
  const known = all.find((one) => one.nth === nth);
  if (known !== undefined) return known;
  const given = { nth, firsts: 0, seconds: 0 };
  all.push(given);
  return given;
}

/** All words made ready. What a word gives is kept in one row, since most of the time is spent waiting for memory. */
type Table = {
  /**
   * The row of each word: in which text it was seen last, how many pairs follow, and in each of them a number of halves
   * and the bits that the word gives it. No word has row 0.
   */
  readonly rows: Int32Array;
  /** The row of a word of one character, by its class. */
  readonly single: Int32Array;
  /** Two numbers a place: the classes of two characters, and the row of their word. */
  readonly pairs: Int32Array;
  readonly always: Int32Array;
};
let table: Table | undefined;
let clock = 0;

function makeReady(): Table {
  const words = [...givenBy];
  const rows = [0];
  const double = words.filter(([word]) => word.length > 1).length;
  const single = new Int32Array(CLASS_COUNT);
  const pairs = new Int32Array(2 * 2 ** Math.ceil(Math.log2(double * 1.6 + 2)));
  // Single characters are met most often, and stay near where they lie side by side.
  for (const [word, all] of words.sort(([one], [other]) => one.length - other.length)) {
    const row = rows.length;
    const halves = all.flatMap(({ nth, firsts, seconds }) => [
      ...(firsts === 0 ? [] : [2 * nth, firsts]),
      ...(seconds === 0 ? [] : [2 * nth + 1, seconds]),
    ]);
    rows.push(0, halves.length, ...halves);
    const [first = 0, second] = Array.from(word, classFor);
    if (second === undefined) single[first] = row;
    else {
      const place = placeOf(first, second, pairs);
      pairs[place] = (first << CLASS_BITS) | second;
      pairs[place + 1] = row;
    }
  }
  for (const slot of LATELY) slot.text = undefined;
  return {
    rows: Int32Array.from(rows),
    single,
    pairs,
    always: Int32Array.from(always.flatMap(({ firsts, seconds }) => [firsts, seconds])),
  };
}

function classFor(character: string): number {
  if (character === START) return BEFORE_ALL;
  return character === END ? BEHIND_ALL : toClass(character);
}

const CLASS_BITS = Math.log2(CLASS_COUNT);

// Where two characters stand in the table, or the free place where they would.
function placeOf(first: number, second: number, pairs: Int32Array): number {
  const key = (first << CLASS_BITS) | second;
  const mask = pairs.length - 2;
  const mixed = Math.imul(key, 0x9e3779b1);
  let place = ((mixed ^ (mixed >>> 15)) << 1) & mask;
  while (pairs[place] !== key && pairs[place + 1] !== 0) place = (place + 2) & mask;
  return place;
}

// A message and its clauses are looked at in turn. First and second halves stand side by side.
type Slot = { text: string | undefined; halves: Int32Array };
const toSlot = (): Slot => ({ text: undefined, halves: new Int32Array(0) });
const LATELY: readonly Slot[] = Array.from({ length: 16 }, toSlot);
let next = 0;
let latest = toSlot();

/** Which marks of one number a text has. Linear in its length the first time, and remembered for the next few texts. */
export function marksOf(text: string, nth: number): number {
  if (latest.text !== text || table === undefined) latest = slotOf(text);
  const { halves } = latest;
  return (halves[2 * nth] ?? 0) & (halves[2 * nth + 1] ?? 0);
}

function slotOf(text: string): Slot {
  table ??= makeReady();
  for (const slot of LATELY) if (slot.text === text) return slot;
  const slot = LATELY[next];
  if (slot === undefined) throw new Error("no room for a text");
  next = (next + 1) % LATELY.length;
  look(text, slot, table);
  return slot;
}

function look(text: string, slot: Slot, { rows, single, pairs, always: all }: Table): void {
  if (slot.halves.length === all.length) slot.halves.set(all);
  else slot.halves = all.slice();
  const { halves } = slot;
  clock = (clock + 1) | 0;
  let before = BEFORE_ALL;
  for (let at = 0; at <= text.length; at += 1) {
    const now = at === text.length ? BEHIND_ALL : classOf(text.charCodeAt(at));
    if (now !== 0) {
      wake(single[now] ?? 0, halves, rows);
      if (before !== 0) wake(pairs[placeOf(before, now, pairs) + 1] ?? 0, halves, rows);
    }
    before = now;
  }
  slot.text = text;
}

function wake(row: number, halves: Int32Array, rows: Int32Array): void {
  if (row === 0 || rows[row] === clock) return;
  rows[row] = clock;
  const end = row + 2 + (rows[row + 1] ?? 0);
  for (let at = row + 2; at < end; at += 2) {
    const nth = rows[at] ?? 0;
    halves[nth] = (halves[nth] ?? 0) | (rows[at + 1] ?? 0);
  }
}
