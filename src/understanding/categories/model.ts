import { featuresOf } from "./features.ts";
import { SCALE, softmax, type Weights } from "../linear.ts";
import { CLASSES } from "./train.ts";

/** A chance for each class of `CLASSES`, in their order. */
export type Chances = Float64Array;

/** Weighs a text with a model; undefined where the model knows nothing of it. */
export function weigh(text: string, weights: Weights): Chances | undefined {
  const scores = new Float64Array(CLASSES.length);
  const features = featuresOf(text);
  let known = 0;
  for (const feature of features) {
    const row = weights.get(feature);
    if (row === undefined) continue;
    known += 1;
    for (let one = 0; one < row.length; one += 1) scores[one] = (scores[one] ?? 0) + (row[one] ?? 0);
  }
  if (known === 0) return undefined;
  const share = 1 / (SCALE * Math.sqrt(known + 1));
  return softmax(scores.map((score) => score * share));
}

/** Writes a model: a feature and its whole numbers a line. */
export const writeModel = (weights: Weights): string =>
  [...weights].map(([feature, row]) => `${feature}\t${row.join(" ")}`).join("\n");

/** Reads what `writeModel` wrote; throws where it is no model. */
export function readModel(table: string): Weights {
  const weights = new Map<string, readonly number[]>();
  for (const line of table.trim().split("\n")) {
    const [feature = "", numbers = ""] = line.split("\t");
    const row = numbers.split(" ").map(Number);
    if (feature === "" || row.length !== CLASSES.length || row.some(Number.isNaN))
      throw new Error(`no model: ${line.slice(0, 40)}`);
    weights.set(feature, row);
  }
  return weights;
}
