/**
 * Runs of characters, each with a number of its own, made ready for finding them in texts without cutting strings: a
 * tree of characters in one open table, in which a run stands under the run that is one character shorter.
 */
export type Runs = {
  /** Two numbers a place; see below. */
  readonly table: Int32Array;
  /** Whether a run may begin with a character, by the lower bits of its code: most texts hold few that do. */
  readonly begins: Uint8Array;
  /** In which search each run was found last, by its number and one more. */
  readonly seen: Int32Array;
  /** How many texts were searched, in one place that may change. */
  readonly clock: Int32Array;
  /** The numbers of the runs of the text that was searched last. */
  readonly found: Int32Array;
};

// What is looked up for every character is kept small, so that it stays near. The first number of a place holds the
// character that it adds and the lower half of the beginning that it adds to; the second the rest of the beginning,
// whether a longer run begins so, and the number of the run that ends here, and one more (0 for none). A second number
// of 0 is a free place.
const WIDTH = 2;
const NUMBER = 0xff_ffff;
const LONGER = 0x100_0000;
const REST = 25;

const FIRSTS = 4096;

/** Every run begins here. */
const ROOT = 1;

/** Makes runs ready: the number of each is its place in `runs`. */
export function toRuns(runs: readonly string[]): Runs {
  const beginnings = new Set<string>();
  for (const run of runs)
    for (let length = 1; length <= run.length; length += 1) beginnings.add(run.slice(0, length));
  const table = new Int32Array(WIDTH * 2 ** Math.ceil(Math.log2(beginnings.size * 1.6 + 2)));
  const begins = new Uint8Array(FIRSTS);
  for (const [number, run] of runs.entries()) {
    keep(run, number, table);
    if (run !== "") begins[run.charCodeAt(0) % FIRSTS] = 1;
  }
  return {
    table,
    begins,
    seen: new Int32Array(runs.length + 1),
    clock: new Int32Array(1),
    found: new Int32Array(runs.length),
  };
}

function keep(run: string, number: number, table: Int32Array): void {
  let before = ROOT;
  for (let at = 0; at < run.length; at += 1) {
    const code = run.charCodeAt(at);
    const place = placeOf(before, code, table);
    const last = at === run.length - 1;
    table[place] = (code << 16) | (before & 0xffff);
    const kept = (table[place + 1] ?? 0) | ((before >>> 16) << REST);
    table[place + 1] = last ? (kept & ~NUMBER) | (number + 1) : kept | LONGER;
    before = idOf(place);
  }
}

const idOf = (place: number): number => (place >> 1) + ROOT + 1;

// Where a character behind a beginning stands in the table, or the free place where it would.
function placeOf(before: number, code: number, table: Int32Array): number {
  const mask = table.length - WIDTH;
  const mixed = Math.imul(before, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
  const key = (code << 16) | (before & 0xffff);
  const rest = before >>> 16;
  let place = ((mixed ^ (mixed >>> 15)) << 1) & mask;
  for (;;) {
    const kept = table[place + 1] ?? 0;
    if (kept === 0 || (table[place] === key && kept >> REST === rest)) return place;
    place = (place + WIDTH) & mask;
  }
}

/** Finds the runs of a text, each once, and leaves their numbers in `found`; returns how many. Linear in the length. */
export function collectRuns(text: string, { table, seen, clock, found }: Runs): number {
  const now = (clock[0] ?? 0) + 1;
  clock[0] = now;
  let known = 0;
  for (let from = 0; from < text.length; from += 1) {
    let before = ROOT;
    for (let at = from; at < text.length; at += 1) {
      const place = placeOf(before, text.charCodeAt(at), table);
      const kept = table[place + 1] ?? 0;
      const number = kept & NUMBER;
      if (number !== 0 && seen[number] !== now) {
        seen[number] = now;
        found[known] = number - 1;
        known += 1;
      }
      if ((kept & LONGER) === 0) break;
      before = idOf(place);
    }
  }
  return known;
}

/** A run that begins at a place of a text: its number and its length. */
export type RunAt = { readonly number: number; readonly length: number };

/** The longest run that begins at a place of a text; undefined where none does. */
export const longestRun = (text: string, from: number, runs: Runs): RunAt | undefined =>
  runAt(text, from, runs, true);

/** The run with the lowest number of those that begin at a place of a text; undefined where none does. */
export const firstRun = (text: string, from: number, runs: Runs): RunAt | undefined =>
  runAt(text, from, runs, false);

function runAt(text: string, from: number, { table, begins }: Runs, longest: boolean): RunAt | undefined {
  if (begins[text.charCodeAt(from) % FIRSTS] === 0) return undefined;
  let number = 0;
  let length = 0;
  let before = ROOT;
  for (let at = from; at < text.length; at += 1) {
    const place = placeOf(before, text.charCodeAt(at), table);
    const kept = table[place + 1] ?? 0;
    const here = kept & NUMBER;
    if (here !== 0 && (longest || number === 0 || here < number)) {
      number = here;
      length = at + 1 - from;
    }
    if ((kept & LONGER) === 0) break;
    before = idOf(place);
  }
  return number === 0 ? undefined : { number: number - 1, length };
}
