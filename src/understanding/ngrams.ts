import { SCALE, softmax, type Weights } from "./linear.ts";
import { collectRuns, type Runs, toRuns } from "./runs.ts";

/** What runs say of classes: nearly every run says something of each, so that whole rows cost the least. */
export type Told = {
  readonly size: number;
  /** Which row of the weights is a run's, counted from 1 on; 0 where the model does not know it. */
  readonly rows: Int32Array;
  readonly weights: Int16Array;
  /** Room for where the rows of a text begin, to add them up, and for the chances: made once, not for each text. */
  readonly begins: Int32Array;
  readonly sums: Int32Array;
  readonly chances: Float64Array;
};

/** A linear model over runs of characters, made ready. */
export type Ngrams = { readonly runs: Runs; readonly told: Told };

/** Makes a model ready; `size` is the number of its classes. */
export function toNgrams(model: Weights, size: number): Ngrams {
  const runs = [...model.keys()];
  return { runs: toRuns(runs), told: toTold(model, runs, size) };
}

/** What a model tells of `runs`, some of which it may not know; `size` is the number of its classes. */
export function toTold(model: Weights, runs: readonly string[], size: number): Told {
  const rows = new Int32Array(runs.length);
  const weights = new Int16Array((model.size + 1) * size);
  let known = 0;
  for (const [nth, run] of runs.entries()) {
    const row = model.get(run);
    if (row === undefined) continue;
    rows[nth] = known += 1;
    weights.set(row, known * size);
  }
  return {
    size,
    rows,
    weights,
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
  const { size, rows, begins, sums, chances } = told;
  let known = 0;
  for (let nth = 0; nth < count; nth += 1) {
    const row = rows[found[nth] ?? 0] ?? 0;
    if (row === 0) continue;
    begins[known] = row * size;
    known += 1;
  }
  if (known === 0) return undefined;
  addUp(known, told);
  const share = 1 / (SCALE * Math.sqrt(known + 1));
  for (let one = 0; one < size; one += 1) chances[one] = (sums[one] ?? 0) * share;
  return softmax(chances);
}

// Four rows at a time, and one after the other what is left: the sums are then read and written a quarter as often.
function addUp(known: number, { size, weights, begins, sums }: Told): void {
  sums.fill(0);
  const at = (place: number): number => weights[place] ?? 0;
  const begin = (nth: number): number => begins[nth] ?? 0;
  let nth = 0;
  for (; nth + 3 < known; nth += 4) {
    const [a, b, c, d] = [begin(nth), begin(nth + 1), begin(nth + 2), begin(nth + 3)];
    for (let one = 0; one < size; one += 1)
      sums[one] = (sums[one] ?? 0) + at(a + one) + at(b + one) + at(c + one) + at(d + one);
  }
  for (; nth < known; nth += 1)
    for (let one = 0; one < size; one += 1) sums[one] = (sums[one] ?? 0) + at(begin(nth) + one);
}
