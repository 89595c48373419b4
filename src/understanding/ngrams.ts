import { SCALE, softmax, type Weights } from "./linear.ts";
import { collectRuns, type Runs, toRuns } from "./runs.ts";

/** What runs say of classes: nearly every run says something of each, so that whole rows cost the least. */
export type Told = {
  readonly size: number;
  /** Which row of the weights is a run's, counted from 1 on, the heavy ones last; 0 where the model does not know it. */
  readonly rows: Uint16Array;
  /** How many rows are not heavy. */
  readonly light: number;
  /** Small numbers, so that many rows stay near; the few rows with a larger one stand apart. */
  readonly weights: Int8Array;
  readonly heavy: Int16Array;
  /** Room for where the rows of a text begin, to add them up, and for the chances: made once, not for each text. */
  readonly begins: Int32Array;
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

/** The number of a row is kept in 16 bits. */
const MOST_ROWS = 65_535;

const isHeavy = (row: readonly number[]): boolean => row.some((weight) => weight > 127 || weight < -128);

/** What a model tells of `runs`, some of which it may not know; `size` is the number of its classes. */
export function toTold(model: Weights, runs: readonly string[], size: number): Told {
  if (model.size >= MOST_ROWS) throw new Error("a model knows too many runs");
  const rows = new Uint16Array(runs.length);
  const light = [...model.values()].filter((row) => !isHeavy(row)).length;
  const weights = new Int8Array((light + 1) * size);
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
      weights.set(row, known * size);
    }
  }
  return {
    size,
    rows,
    light,
    weights,
    heavy: Int16Array.from(heavy),
    begins: new Int32Array(runs.length),
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
  const { size, rows, light, begins, sums, chances } = told;
  let known = 0;
  let heavy = 0;
  sums.fill(0);
  for (let nth = 0; nth < count; nth += 1) {
    const row = rows[found[nth] ?? 0] ?? 0;
    if (row > light) {
      heavy += 1;
      addHeavy((row - light) * size, told);
    } else if (row !== 0) {
      begins[known] = row * size;
      known += 1;
    }
  }
  if (known + heavy === 0) return undefined;
  addUp(known, told);
  const share = 1 / (SCALE * Math.sqrt(known + heavy + 1));
  for (let one = 0; one < size; one += 1) chances[one] = (sums[one] ?? 0) * share;
  return softmax(chances);
}

function addHeavy(begin: number, { size, heavy, sums }: Told): void {
  for (let one = 0; one < size; one += 1) sums[one] = (sums[one] ?? 0) + (heavy[begin + one] ?? 0);
}

// Four rows at a time, and one after the other what is left: the sums are then read and written a quarter as often.
function addUp(known: number, { size, weights, begins, sums }: Told): void {
  let nth = 0;
  for (; nth + 3 < known; nth += 4) {
    const a = begins[nth] ?? 0;
    const b = begins[nth + 1] ?? 0;
    const c = begins[nth + 2] ?? 0;
    const d = begins[nth + 3] ?? 0;
    for (let one = 0; one < size; one += 1)
      sums[one] =
        ((sums[one] ?? 0) +
          (((weights[a + one] ?? 0) + (weights[b + one] ?? 0)) | 0) +
          (((weights[c + one] ?? 0) + (weights[d + one] ?? 0)) | 0)) |
        0;
  }
  for (; nth < known; nth += 1) {
    const begin = begins[nth] ?? 0;
    for (let one = 0; one < size; one += 1) sums[one] = ((sums[one] ?? 0) + (weights[begin + one] ?? 0)) | 0;
  }
}
