import { SCALE, softmax, type Weights } from "./linear.ts";

/** A linear model over runs of characters, made ready for looking up without cutting strings. */
export type Ngrams = {
  readonly size: number;
  /** Which letter of the model a character is; 0 where it knows none. */
  readonly letters: Uint16Array;
  /** An open table of runs: the two halves of each run, and its row plus one where a place is taken. */
  readonly firsts: Int32Array;
  readonly seconds: Int32Array;
  readonly places: Int32Array;
  readonly longest: number;
  /** Of row r, the classes that carry weight and their weights stand from starts[r] to starts[r + 1]. */
  readonly starts: Uint32Array;
  readonly classes: Uint8Array;
  readonly weights: Int16Array;
  /** When a row was last counted, so that a run that comes twice counts once. */
  readonly counted: Uint32Array;
  /** How many texts were weighed, in one place that may change. */
  readonly clock: Uint32Array;
};

/** Letters of a model fit into this many numbers; two of them into one whole number. */
const LETTERS = 8_192;

/** Makes a model ready; `size` is the number of its classes. Throws where it has more letters than fit. */
export function toNgrams(model: Weights, size: number): Ngrams {
  const letters = new Uint16Array(65_536);
  let known = 0;
  let longest = 1;
  let filled = 0;
  for (const [run, row] of model) {
    longest = Math.max(longest, run.length);
    for (const weight of row) if (weight !== 0) filled += 1;
    for (let at = 0; at < run.length; at += 1) {
      const code = run.charCodeAt(at);
      if (letters[code] === 0) letters[code] = known += 1;
    }
  }
  if (known >= LETTERS) throw new Error(`a model of ${known} letters is too large`);
  const room = 2 ** Math.ceil(Math.log2(model.size * 2 + 2));
  const table = {
    firsts: new Int32Array(room),
    seconds: new Int32Array(room),
    places: new Int32Array(room),
  };
  const starts = new Uint32Array(model.size + 1);
  const classes = new Uint8Array(filled);
  const weights = new Int16Array(filled);
  let at = 0;
  let nth = 0;
  for (const [run, row] of model) {
    starts[nth] = at;
    const [first, second] = halvesOf(run, letters);
    const place = placeOf(first, second, table);
    table.firsts[place] = first;
    table.seconds[place] = second;
    table.places[place] = nth + 1;
    nth += 1;
    for (const [one, weight] of row.entries())
      if (weight !== 0) {
        classes[at] = one;
        weights[at] = weight;
        at += 1;
      }
  }
  starts[nth] = at;
  const counted = new Uint32Array(nth);
  return { size, letters, ...table, longest, starts, classes, weights, counted, clock: new Uint32Array(1) };
}

// The first two letters of a run and the next two, each as one whole number.
function halvesOf(run: string, letters: Uint16Array): readonly [number, number] {
  const letter = (at: number): number => letters[run.charCodeAt(at)] ?? 0;
  const half = (at: number): number =>
    at >= run.length ? 0 : at + 1 >= run.length ? letter(at) : letter(at) * LETTERS + letter(at + 1);
  return [half(0), half(2)];
}

type Table = Pick<Ngrams, "firsts" | "seconds" | "places">;

// Where a run stands in the table, or the free place where it would.
function placeOf(first: number, second: number, { firsts, seconds, places }: Table): number {
  const mask = places.length - 1;
  let place = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 0;
  place = (place ^ (place >>> 15)) & mask;
  while (places[place] !== 0 && (firsts[place] !== first || seconds[place] !== second))
    place = (place + 1) & mask;
  return place;
}

/** How likely each class is for a text; undefined where the model knows no run of it. Linear in the length. */
export function weighText(text: string, model: Ngrams): Float64Array | undefined {
  const scores = new Float64Array(model.size);
  const now = (model.clock[0] ?? 0) + 1;
  model.clock[0] = now;
  let known = 0;
  for (let from = 0; from < text.length; from += 1) {
    let first = 0;
    let second = 0;
    for (let at = from; at < text.length && at < from + model.longest; at += 1) {
      const letter = model.letters[text.charCodeAt(at)] ?? 0;
      if (letter === 0) break;
      if (at < from + 2) first = first * LETTERS + letter;
      else second = second * LETTERS + letter;
      const row = (model.places[placeOf(first, second, model)] ?? 0) - 1;
      if (row < 0 || model.counted[row] === now) continue;
      model.counted[row] = now;
      known += 1;
      add(scores, model, row);
    }
  }
  if (known === 0) return undefined;
  const share = 1 / (SCALE * Math.sqrt(known + 1));
  for (let one = 0; one < scores.length; one += 1) scores[one] = (scores[one] ?? 0) * share;
  return softmax(scores);
}

function add(scores: Float64Array, { starts, classes, weights }: Ngrams, row: number): void {
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at += 1) {
    const one = classes[at] ?? 0;
    scores[one] = (scores[one] ?? 0) + (weights[at] ?? 0);
  }
}
