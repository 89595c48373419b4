/** Runs of characters, each with a number of its own, made ready for finding them in texts without cutting strings. */
export type Runs = {
  /** Which letter of the runs a character is; 0 where none holds it. */
  readonly letters: Uint16Array;
  /** An open table, four numbers a place: the halves of a run, what is known of it, and nothing. */
  readonly table: Int32Array;
  readonly longest: number;
  /** When a run was last found, so that one that comes twice is found once. */
  readonly seen: Uint32Array;
  /** How many texts were searched, in one place that may change. */
  readonly clock: Uint32Array;
  /** The runs of the text that was searched last. */
  readonly found: Uint32Array;
};

/** Letters fit into this many numbers; two of them into one whole number. */
const LETTERS = 8_192;
/** Two places to look: one number says which run it is (from 1 on, 0 for none) and whether a longer one begins so. */
const LONGER = 1;

/** Makes runs ready: each is found by its place in `runs`. Throws where they have more letters than fit. */
export function toRuns(runs: readonly string[]): Runs {
  const letters = new Uint16Array(65_536);
  const beginnings = new Set(runs);
  let known = 0;
  let longest = 1;
  for (const run of runs) {
    longest = Math.max(longest, run.length);
    for (let length = 1; length < run.length; length += 1) beginnings.add(run.slice(0, length));
    for (let at = 0; at < run.length; at += 1) {
      const code = run.charCodeAt(at);
      if (letters[code] === 0) letters[code] = known += 1;
    }
  }
  if (known >= LETTERS) throw new Error(`a model of ${known} letters is too large`);
  const table = new Int32Array(4 * 2 ** Math.ceil(Math.log2(beginnings.size * 1.6 + 2)));
  for (const [nth, run] of runs.entries()) keep(run, (nth + 1) * 2, letters, table);
  for (const run of runs)
    for (let length = 1; length < run.length; length += 1) keep(run.slice(0, length), LONGER, letters, table);
  const size = runs.length;
  const clock = new Uint32Array(1);
  return { letters, table, longest, seen: new Uint32Array(size), clock, found: new Uint32Array(size) };
}

function keep(run: string, what: number, letters: Uint16Array, table: Int32Array): void {
  const letter = (at: number): number => letters[run.charCodeAt(at)] ?? 0;
  const half = (at: number): number =>
    at >= run.length ? 0 : at + 1 >= run.length ? letter(at) : letter(at) * LETTERS + letter(at + 1);
  const [first, second] = [half(0), half(2)];
  const place = placeOf(first, second, table);
  table[place] = first;
  table[place + 1] = second;
  table[place + 2] = (table[place + 2] ?? 0) | what;
}

// Where a run stands in the table, or the free place where it would.
function placeOf(first: number, second: number, table: Int32Array): number {
  const mask = table.length / 4 - 1;
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  let place = (mixed ^ (mixed >>> 15)) & mask;
  while (table[place * 4 + 2] !== 0 && (table[place * 4] !== first || table[place * 4 + 1] !== second))
    place = (place + 1) & mask;
  return place * 4;
}

/** Finds the runs of a text, each once, and leaves them in `found`; returns how many. Linear in the length. */
export function collectRuns(text: string, { letters, table, longest, seen, clock, found }: Runs): number {
  const now = (clock[0] ?? 0) + 1;
  clock[0] = now;
  let known = 0;
  for (let from = 0; from < text.length; from += 1) {
    const end = Math.min(text.length, from + longest);
    let first = 0;
    let second = 0;
    for (let at = from; at < end; at += 1) {
      const letter = letters[text.charCodeAt(at)] ?? 0;
      if (letter === 0) break;
      if (at < from + 2) first = first * LETTERS + letter;
      else second = second * LETTERS + letter;
      const what = table[placeOf(first, second, table) + 2] ?? 0;
      const run = (what >> 1) - 1;
      if (run >= 0 && seen[run] !== now) {
        seen[run] = now;
        found[known] = run;
        known += 1;
      }
      if ((what & LONGER) === 0) break;
    }
  }
  return known;
}
