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

/** All words made ready: what the nth word gives stands from `begins[nth]` on, before `begins[nth + 1]`. Word 0 is none. */
type Table = {
  readonly begins: Uint32Array;
  readonly nths: Uint16Array;
  readonly firsts: Int32Array;
  readonly seconds: Int32Array;
  /** The word of one character, by its class. */
  readonly single: Uint16Array;
  /** Two numbers a place: the classes of two characters, and their word. */
  readonly pairs: Int32Array;
  /** In which text a word was seen last. */
  readonly seen: Int32Array;
  readonly always: readonly [Int32Array, Int32Array];
};
let table: Table | undefined;
let clock = 0;

function makeReady(): Table {
  const words = [...givenBy];
  const given = words.flatMap(([, all]) => all);
  const double = words.filter(([word]) => word.length > 1).length;
  const ready: Table = {
    begins: new Uint32Array(words.length + 2),
    nths: Uint16Array.from(given, (one) => one.nth),
    firsts: Int32Array.from(given, (one) => one.firsts),
    seconds: Int32Array.from(given, (one) => one.seconds),
    single: new Uint16Array(CLASS_COUNT),
    pairs: new Int32Array(2 * 2 ** Math.ceil(Math.log2(double * 1.6 + 2))),
    seen: new Int32Array(words.length + 1),
    always: [Int32Array.from(always, (one) => one.firsts), Int32Array.from(always, (one) => one.seconds)],
  };
  let at = 0;
  for (const [nth, [word, all]] of words.entries()) {
    ready.begins[nth + 1] = at;
    at += all.length;
    const [first = 0, second] = Array.from(word, classFor);
    if (second === undefined) ready.single[first] = nth + 1;
    else {
      const place = placeOf(first, second, ready.pairs);
      ready.pairs[place] = (first << CLASS_BITS) | second;
      ready.pairs[place + 1] = nth + 1;
    }
  }
  ready.begins[words.length + 1] = at;
  for (const slot of LATELY) slot.text = undefined;
  return ready;
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

// A message and its clauses are looked at in turn.
type Slot = { text: string | undefined; firsts: Int32Array; seconds: Int32Array };
const LATELY: readonly Slot[] = Array.from({ length: 8 }, () => ({
  text: undefined,
  firsts: new Int32Array(0),
  seconds: new Int32Array(0),
}));
let next = 0;
let latest: Slot | undefined;

/** Which marks of one number a text has. Linear in its length the first time, and remembered for the next few texts. */
export function marksOf(text: string, nth: number): number {
  const slot = latest !== undefined && latest.text === text && table !== undefined ? latest : slotOf(text);
  return (slot.firsts[nth] ?? 0) & (slot.seconds[nth] ?? 0);
}

function slotOf(text: string): Slot {
  table ??= makeReady();
  for (const slot of LATELY)
    if (slot.text === text) {
      latest = slot;
      return slot;
    }
  const slot = LATELY[next];
  if (slot === undefined) throw new Error("no room for a text");
  next = (next + 1) % LATELY.length;
  look(text, slot, table);
  latest = slot;
  return slot;
}

function look(text: string, slot: Slot, ready: Table): void {
  const { single, pairs } = ready;
  const [firsts, seconds] = ready.always;
  if (slot.firsts.length === firsts.length) {
    slot.firsts.set(firsts);
    slot.seconds.set(seconds);
  } else {
    slot.firsts = firsts.slice();
    slot.seconds = seconds.slice();
  }
  clock += 1;
  let before = BEFORE_ALL;
  for (let at = 0; at <= text.length; at += 1) {
    const now = at === text.length ? BEHIND_ALL : classOf(text.charCodeAt(at));
    if (now !== 0) {
      wake(single[now] ?? 0, slot, ready);
      if (before !== 0) wake(pairs[placeOf(before, now, pairs) + 1] ?? 0, slot, ready);
    }
    before = now;
  }
  slot.text = text;
}

function wake(word: number, { firsts, seconds }: Slot, ready: Table): void {
  if (word === 0 || ready.seen[word] === clock) return;
  ready.seen[word] = clock;
  const end = ready.begins[word + 1] ?? 0;
  for (let at = ready.begins[word] ?? 0; at < end; at += 1) {
    const nth = ready.nths[at] ?? 0;
    firsts[nth] = (firsts[nth] ?? 0) | (ready.firsts[at] ?? 0);
    seconds[nth] = (seconds[nth] ?? 0) | (ready.seconds[at] ?? 0);
  }
}
