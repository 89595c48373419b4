import { SCALE, softmax, type Weights } from "./linear.ts";
import { collectRuns, type Runs, toRuns } from "./runs.ts";

/** What runs say of classes: of run r, the classes that carry weight and their weights stand from starts[r] on. */
export type Told = {
  readonly size: number;
  /** 1 for each run that the model knows, with or without weight. */
  readonly knows: Uint8Array;
  readonly starts: Uint32Array;
  readonly classes: Uint8Array;
  readonly weights: Int16Array;
};

/** A linear model over runs of characters, made ready. */
export type Ngrams = { readonly runs: Runs; readonly told: Told };

/** Makes a model ready; `size` is the number of its classes. Throws where it has more letters than fit. */
export function toNgrams(model: Weights, size: number): Ngrams {
  const runs = [...model.keys()];
  return { runs: toRuns(runs), told: toTold(model, runs, size) };
}

/** What a model tells of `runs`, some of which it may not know; `size` is the number of its classes. */
export function toTold(model: Weights, runs: readonly string[], size: number): Told {
  const knows = new Uint8Array(runs.length);
  const starts = new Uint32Array(runs.length + 1);
  const classes: number[] = [];
  const weights: number[] = [];
  for (const [nth, run] of runs.entries()) {
    const row = model.get(run);
    if (row !== undefined) knows[nth] = 1;
    for (const [one, weight] of row?.entries() ?? [])
      if (weight !== 0) {
        classes.push(one);
        weights.push(weight);
      }
    starts[nth + 1] = classes.length;
  }
  return { size, knows, starts, classes: Uint8Array.from(classes), weights: Int16Array.from(weights) };
}

/** How likely each class is for a text; undefined where the model knows no run of it. Linear in the length. */
export function weighText(text: string, { runs, told }: Ngrams): Float64Array | undefined {
  return weighRuns(runs.found, collectRuns(text, runs), told);
}

/** The same from runs that were found before: the first `count` of `found`. */
export function weighRuns(
  found: Uint32Array,
  count: number,
  { size, knows, starts, classes, weights }: Told,
): Float64Array | undefined {
  const scores = new Float64Array(size);
  let known = 0;
  for (let nth = 0; nth < count; nth += 1) {
    const run = found[nth] ?? 0;
    known += knows[run] ?? 0;
    const end = starts[run + 1] ?? 0;
    for (let at = starts[run] ?? 0; at < end; at += 1) {
      const one = classes[at] ?? 0;
      scores[one] = (scores[one] ?? 0) + (weights[at] ?? 0);
    }
  }
  if (known === 0) return undefined;
  const share = 1 / (SCALE * Math.sqrt(known + 1));
  for (let one = 0; one < size; one += 1) scores[one] = (scores[one] ?? 0) * share;
  return softmax(scores);
}
