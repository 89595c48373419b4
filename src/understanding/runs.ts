/**
 * Runs of characters, each with a number of its own, made ready for finding them in texts without cutting strings: a
 * tree of characters in one open table, in which a run stands under the run that is one character shorter.
 */
export type Runs = {
  /** Four numbers a place; see below. */
  readonly table: Int32Array;
  /** How many texts were searched, in one place that may change. */
  readonly clock: Int32Array;
  /** The numbers of the runs of the text that was searched last. */
  readonly found: Int32Array;
};

/** What stands at a place: the beginning that it adds to (0: the place is free), and the character that it adds. */
const WIDTH = 4;
const CHARACTER = 1;
/** The number of the run that ends here, and one more; 0 for none. */
const NUMBER = 2;
/** When the run was found last. */
const SEEN = 3;
/** Beside the character: a longer run begins so. */
const LONGER = 0x1_0000;

/** Every run begins here. */
const ROOT = 1;

/** Makes runs ready: the number of each is its place in `runs`. */
export function toRuns(runs: readonly string[]): Runs {
  const beginnings = new Set<string>();
  for (const run of runs)
    for (let length = 1; length <= run.length; length += 1) beginnings.add(run.slice(0, length));
  const table = new Int32Array(WIDTH * 2 ** Math.ceil(Math.log2(beginnings.size * 1.6 + 2)));
  for (const [number, run] of runs.entries()) keep(run, number, table);
  return { table, clock: new Int32Array(1), found: new Int32Array(runs.length) };
}

function keep(run: string, number: number, table: Int32Array): void {
  let place = -1;
  for (let at = 0; at < run.length; at += 1) {
    if (place >= 0) table[place + CHARACTER] = (table[place + CHARACTER] ?? 0) | LONGER;
    const before = idOf(place);
    const code = run.charCodeAt(at);
    place = placeOf(before, code, table);
    if (table[place] === 0) table[place + CHARACTER] = code;
    table[place] = before;
  }
  if (place >= 0) table[place + NUMBER] = number + 1;
}

const idOf = (place: number): number => (place < 0 ? ROOT : place / WIDTH + ROOT + 1);

// Where a character behind a beginning stands in the table, or the free place where it would.
function placeOf(before: number, code: number, table: Int32Array): number {
  const mask = table.length - WIDTH;
  const mixed = Math.imul(before, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
  let place = ((mixed ^ (mixed >>> 15)) * WIDTH) & mask;
  while (
    table[place] !== 0 &&
    (table[place] !== before || ((table[place + CHARACTER] ?? 0) & 0xffff) !== code)
  )
    place = (place + WIDTH) & mask;
  return place;
}

const leadsOn = (place: number, table: Int32Array): boolean =>
  ((table[place + CHARACTER] ?? 0) & LONGER) !== 0;

/** Finds the runs of a text, each once, and leaves their numbers in `found`; returns how many. Linear in the length. */
export function collectRuns(text: string, { table, clock, found }: Runs): number {
  const now = (clock[0] ?? 0) + 1;
  clock[0] = now;
  let known = 0;
  for (let from = 0; from < text.length; from += 1) {
    let place = -1;
    for (let at = from; at < text.length; at += 1) {
      place = placeOf(idOf(place), text.charCodeAt(at), table);
      const number = table[place + NUMBER] ?? 0;
      if (number !== 0 && table[place + SEEN] !== now) {
        table[place + SEEN] = now;
        found[known] = number - 1;
        known += 1;
      }
      if (!leadsOn(place, table)) break;
    }
  }
  return known;
}

/** A run that begins at a place of a text: its number and its length. */
export type RunAt = { readonly number: number; readonly length: number };

/** The longest run that begins at a place of a text; undefined where none does. */
export function longestRun(text: string, from: number, { table }: Runs): RunAt | undefined {
  let number = 0;
  let length = 0;
  let place = -1;
  for (let at = from; at < text.length; at += 1) {
    place = placeOf(idOf(place), text.charCodeAt(at), table);
    const here = table[place + NUMBER] ?? 0;
    if (here !== 0) [number, length] = [here, at + 1 - from];
    if (!leadsOn(place, table)) break;
  }
  return number === 0 ? undefined : { number: number - 1, length };
}
