import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Fault } from "#src/kernel/fault.ts";
import { readModel, writeModel } from "#src/understanding/categories/model.ts";
import { retrain } from "#src/understanding/categories/retrain.ts";
import type { Lesson } from "#src/understanding/categories/train.ts";

const ROOM = new URL("../../understanding/categories/", import.meta.url);
const MODEL = new URL("model.tsv", ROOM);

/**
 * Trains the model that sorts opinions from its own lessons and these, and keeps it as the one in use, or in `to`.
 * Returns a sentence with its figures. A model that reads the texts held out worse is refused by a Fault.
 */
export function trainModel(lessons: readonly Lesson[], to?: string): string {
  const trained = retrain(lessons, readModel(readFileSync(MODEL, "utf8")));
  const figures = `macro-F1 on the texts held out: ${trained.before.toFixed(3)} before, ${trained.after.toFixed(3)} after`;
  if ("refused" in trained)
    throw new Fault("command.failed", `The new model is worse and was not kept (${figures}).`);
  const kept = to ?? fileURLToPath(MODEL);
  writeFileSync(`${kept}.new`, `${writeModel(trained.weights)}\n`);
  renameSync(`${kept}.new`, kept);
  return `trained on ${lessons.length} texts; ${figures}; ${trained.weights.size} features kept`;
}
