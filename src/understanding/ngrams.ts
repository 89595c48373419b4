import { SCALE, softmax, type Weights } from "./linear.ts";
import { collectRuns, type Runs, toRuns } from "./runs.ts";

/** What runs say of classes: nearly every run says something of each, so that whole rows cost the least. */
export type Told = {
  readonly size: number;
  /** Which row of the weights is a run's, counted from 1 on, the heavy ones last; 0 where the model does not know it. */
  readonly rows: Uint16Array;
  /** How many rows are not heavy. */
  readonly light: number;
  /** Small numbers, four in one, so that many rows stay near; the few rows with a larger one stand apart. */
  readonly weights: Int32Array;
  readonly width: number;
  readonly heavy: Int16Array;
  /** Room for where the rows of a text begin, to add them up, and for the chances: made once, not for each text. */
  readonly begins: Int32Array;
  readonly evens: Int32Array;
  readonly odds: Int32Array;
  readonly sums: Int32Array;
  readonly chances: Float64Array;
};

/** A linear model over runs of characters, made ready. */
export type Ngrams = { readonly runs: Runs; readonly told: Told };

/** Makes a model ready; `size` is the number of its classes. */
export function toNgrams(model: Weights, size: number): Ngrams {
  const runs = oftenFirst([model]);
  return { runs: toRuns(runs), told: toTold(model, runs, size) };
}

/**
 * The runs of models, each once. Those that weigh most were learned from most texts and are met most often: side by
 * side they stay near.
 */
export function oftenFirst(models: readonly Weights[]): string[] {
  const weights = new Map<string, number>();
  for (const model of models)
    for (const [run, row] of model)
      weights.set(
        run,
        row.reduce((sum, weight) => sum + Math.abs(weight), weights.get(run) ?? 0),
      );
  return [...weights].sort((a, b) => b[1] - a[1]).map(([run]) => run);
}

/** A weight is kept as so much more, so that none is below zero. */
const ZERO = 128;

/** The number of a row is kept in 16 bits. */
const MOST_ROWS = 65_535;

const isHeavy = (row: readonly number[]): boolean => row.some((weight) => weight > 127 || weight < -128);

/** What a model tells of `runs`, some of which it may not know; `size` is the number of its classes. */
export function toTold(model: Weights, runs: readonly string[], size: number): Told {
  if (model.size >= MOST_ROWS) throw new Error("a model knows too many runs");
  const rows = new Uint16Array(runs.length);
  const light = [...model.values()].filter((row) => !isHeavy(row)).length;
  const width = Math.ceil(size / 4);
  const weights = new Int32Array((light + 1) * width);
  const heavy: number[] = Array.from({ length: size }, () => 0);
  let known = 0;
  for (const [nth, run] of runs.entries()) {
    const row = model.get(run);
    if (row === undefined) continue;
    if (isHeavy(row)) {
      rows[nth] = light + heavy.length / size;
      heavy.push(...row);
    } else {
      rows[nth] = known += 1;
      for (const [one, weight] of row.entries()) {
        const at = known * width + (one >> 2);
        weights[at] = (weights[at] ?? 0) | ((weight + ZERO) << (8 * (one & 3)));
      }
    }
  }
  return {
    size,
    rows,
    light,
    weights,
    width,
    heavy: Int16Array.from(heavy),
    begins: new Int32Array(runs.length),
    evens: new Int32Array(width),
    odds: new Int32Array(width),
    sums: new Int32Array(size),
    chances: new Float64Array(size),
  };
}

/**
 * How likely each class is for a text; undefined where the model knows no run of it. The list holds until the next
 * text is weighed with the same model. Linear in the length.
 */
export function weighText(text: string, { runs, told }: Ngrams): Float64Array | undefined {
  return weighRuns(runs.found, collectRuns(text, runs), told);
}

/** The same from runs that were found before: the first `count` of `found`. */
export function weighRuns(found: Int32Array, count: number, told: Told): Float64Array | undefined {
  const { size, width, rows, light, begins, sums, chances } = told;
  let known = 0;
  let heavy = 0;
  sums.fill(0);
  for (let nth = 0; nth < count; nth += 1) {
    const row = rows[found[nth] ?? 0] ?? 0;
    if (row > light) {
      heavy += 1;
      addHeavy((row - light) * size, told);
    } else if (row !== 0) {
      begins[known] = row * width;
      known += 1;
    }
  }
  if (known + heavy === 0) return undefined;
  for (let from = 0; from < known; from += AT_ONCE) addUp(from, Math.min(known, from + AT_ONCE), told);
  const share = 1 / (SCALE * Math.sqrt(known + heavy + 1));
  for (let one = 0; one < size; one += 1) chances[one] = (sums[one] ?? 0) * share;
  return softmax(chances);
}

function addHeavy(begin: number, { size, heavy, sums }: Told): void {
  for (let one = 0; one < size; one += 1) sums[one] = (sums[one] ?? 0) + (heavy[begin + one] ?? 0);
}

/** So many weights of at most 255 add up to no more than 16 bits. */
const AT_ONCE = 256;
const HALF = 0xffff;
/** The first and the third of four weights. */
const EVEN = 0xff_00ff;

// Two weights are added at a time, and four rows: sums are then read and written an eighth as often.
function addUp(from: number, end: number, told: Told): void {
  const { width, weights, begins, evens, odds } = told;
  evens.fill(0);
  odds.fill(0);
  let nth = from;
  for (; nth + 3 < end; nth += 4) {
    const a = begins[nth] ?? 0;
    const b = begins[nth + 1] ?? 0;
    const c = begins[nth + 2] ?? 0;
    const d = begins[nth + 3] ?? 0;
    for (let at = 0; at < width; at += 1) {
      const one = weights[a + at] ?? 0;
      const two = weights[b + at] ?? 0;
      const three = weights[c + at] ?? 0;
      const four = weights[d + at] ?? 0;
      evens[at] = ((evens[at] ?? 0) + (one & EVEN) + (two & EVEN) + (three & EVEN) + (four & EVEN)) | 0;
      odds[at] =
        ((odds[at] ?? 0) +
          ((one >>> 8) & EVEN) +
          ((two >>> 8) & EVEN) +
          ((three >>> 8) & EVEN) +
          ((four >>> 8) & EVEN)) |
        0;
    }
  }
  for (; nth < end; nth += 1) {
    const begin = begins[nth] ?? 0;
    for (let at = 0; at < width; at += 1) {
      const one = weights[begin + at] ?? 0;
      evens[at] = ((evens[at] ?? 0) + (one & EVEN)) | 0;
      odds[at] = ((odds[at] ?? 0) + ((one >>> 8) & EVEN)) | 0;
    }
  }
  unpack((end - from) * ZERO, told);
}

function unpack(zero: number, { size, evens, odds, sums }: Told): void {
  for (let one = 0; one < size; one += 1) {
    const two = ((one & 1) === 0 ? evens[one >> 2] : odds[one >> 2]) ?? 0;
    sums[one] = (sums[one] ?? 0) + ((one & 2) === 0 ? two & HALF : two >>> 16) - zero;
  }
}
