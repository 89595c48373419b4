import { SCALE, softmax, type Weights } from "./linear.ts";
import { collectRuns, type Runs, toRuns } from "./runs.ts";

/** What runs say of classes: nearly every run says something of each, so that whole rows cost the least. */
export type Told = {
  readonly size: number;
  /** Which row of the weights is a run's, counted from 1 on; 0 where the model does not know it. */
  readonly rows: Int32Array;
  readonly weights: Int16Array;
  /** Room to add up in. */
  readonly sums: Int32Array;
};

/** A linear model over runs of characters, made ready. */
export type Ngrams = { readonly runs: Runs; readonly told: Told };

/** Makes a model ready; `size` is the number of its classes. Throws where it has more runs than fit. */
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
  return { size, rows, weights, sums: new Int32Array(size) };
}

/** How likely each class is for a text; undefined where the model knows no run of it. Linear in the length. */
export function weighText(text: string, { runs, told }: Ngrams): number[] | undefined {
  return weighRuns(runs.found, collectRuns(text, runs), told);
}

/** The same from runs that were found before: the first `count` of `found`. */
export function weighRuns(
  found: Int32Array,
  count: number,
  { size, rows, weights, sums }: Told,
): number[] | undefined {
  sums.fill(0);
  let known = 0;
  for (let nth = 0; nth < count; nth += 1) {
    const row = rows[found[nth] ?? 0] ?? 0;
    if (row === 0) continue;
    known += 1;
    const from = row * size;
    for (let one = 0; one < size; one += 1) sums[one] = (sums[one] ?? 0) + (weights[from + one] ?? 0);
  }
  if (known === 0) return undefined;
  const share = 1 / (SCALE * Math.sqrt(known + 1));
  // A plain list: to make a typed one costs more than all the rest.
  const scores: number[] = [];
  for (let one = 0; one < size; one += 1) scores.push((sums[one] ?? 0) * share);
  return softmax(scores);
}
