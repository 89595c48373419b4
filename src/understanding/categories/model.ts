import type { Weights } from "../linear.ts";
import { CLASSES } from "./train.ts";

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
