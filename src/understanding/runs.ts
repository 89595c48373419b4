/**
 * Runs of characters, each with a number of its own, made ready for finding them in texts without cutting strings: a
 * tree of letters in one open table, in which a run stands under the run that is one letter shorter.
 */
export type Runs = {
  /** Which letter of the runs a character is; 0 where none holds it. */
  readonly letters: Uint16Array;
  /** Four numbers a place: which beginning stands here, its number, whether a longer one begins so, when it was last found. */
  readonly table: Int32Array;
  /** How many texts were searched, in one place that may change. */
  readonly clock: Int32Array;
  /** The numbers of the runs of the text that was searched last. */
  readonly found: Int32Array;
};

/** Letters and places of the table must fit into one whole number. */
const LETTERS = 8_192;
const MOST_PLACES = 2 ** 18;

/** What stands at a place: which beginning, its number and one more (0 for none), a longer one or none, when it was found. */
const WIDTH = 4;
const NUMBER = 1;
const LONGER = 2;
const SEEN = 3;

/** Makes runs ready: the number of each is its place in `runs`. Throws where they have more letters than fit. */
export function toRuns(runs: readonly string[]): Runs {
  const letters = new Uint16Array(65_536);
  const beginnings = new Set<string>();
  let known = 0;
  for (const run of runs)
    for (let at = 0; at < run.length; at += 1) {
      const code = run.charCodeAt(at);
      if (letters[code] === 0) letters[code] = known += 1;
      beginnings.add(run.slice(0, at + 1));
    }
  const places = 2 ** Math.ceil(Math.log2(beginnings.size * 1.6 + 2));
  if (known >= LETTERS || places > MOST_PLACES)
    throw new Error(`a model of ${runs.length} runs is too large`);
  const table = new Int32Array(WIDTH * places);
  for (const [number, run] of runs.entries()) keep(run, number, letters, table);
  return { letters, table, clock: new Int32Array(1), found: new Int32Array(runs.length) };
}

function keep(run: string, number: number, letters: Uint16Array, table: Int32Array): void {
  let place = -WIDTH;
  for (let at = 0; at < run.length; at += 1) {
    if (place >= 0) table[place + LONGER] = 1;
    const key = keyOf(place, letters[run.charCodeAt(at)] ?? 0);
    place = placeOf(key, table);
    table[place] = key;
  }
  if (place >= 0) table[place + NUMBER] = number + 1;
}

// Places are counted from 1 on: 0 is where every run begins.
const keyOf = (before: number, letter: number): number => (before / WIDTH + 1) * LETTERS + letter;

// Where a beginning stands in the table, or the free place where it would.
function placeOf(key: number, table: Int32Array): number {
  const mask = table.length - WIDTH;
  const mixed = Math.imul(key, 0x9e3779b1);
  let place = ((mixed ^ (mixed >>> 15)) * WIDTH) & mask;
  while (table[place] !== 0 && table[place] !== key) place = (place + WIDTH) & mask;
  return place;
}

/** Finds the runs of a text, each once, and leaves their numbers in `found`; returns how many. Linear in the length. */
export function collectRuns(text: string, { letters, table, clock, found }: Runs): number {
  const now = (clock[0] ?? 0) + 1;
  clock[0] = now;
  let known = 0;
  for (let from = 0; from < text.length; from += 1) {
    let place = -WIDTH;
    for (let at = from; at < text.length; at += 1) {
      const letter = letters[text.charCodeAt(at)] ?? 0;
      if (letter === 0) break;
      place = placeOf(keyOf(place, letter), table);
      const number = table[place + NUMBER] ?? 0;
      if (number !== 0 && table[place + SEEN] !== now) {
        table[place + SEEN] = now;
        found[known] = number - 1;
        known += 1;
      }
      if (table[place + LONGER] !== 1) break;
    }
  }
  return known;
}

/** A run that begins at a place of a text: its number and its length. */
export type RunAt = { readonly number: number; readonly length: number };

/** The longest run that begins at a place of a text; undefined where none does. */
export function longestRun(text: string, from: number, { letters, table }: Runs): RunAt | undefined {
  let longest: RunAt | undefined;
  let place = -WIDTH;
  for (let at = from; at < text.length; at += 1) {
    const letter = letters[text.charCodeAt(at)] ?? 0;
    if (letter === 0) break;
    place = placeOf(keyOf(place, letter), table);
    const number = table[place + NUMBER] ?? 0;
    if (number !== 0) longest = { number: number - 1, length: at + 1 - from };
    if (table[place + LONGER] !== 1) break;
  }
  return longest;
}
