import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isOpinionCategory, OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import { Fault } from "#src/kernel/fault.ts";
import { readModel, writeModel } from "#src/understanding/categories/model.ts";
import { retrain } from "#src/understanding/categories/retrain.ts";
import type { Lesson } from "#src/understanding/categories/train.ts";
import { normalise } from "#src/understanding/normalise.ts";

const ROOM = new URL("../../understanding/categories/", import.meta.url);
const MODEL = new URL("model.tsv", ROOM);
const NAMES = new Map<string, string>(
  Object.entries(OPINION_CATEGORIES).map(([category, name]) => [name, category]),
);

/**
 * Trains the model that sorts opinions, from its own lessons and a file of `text,category`; refuses a worse one. It
 * is kept as the one in use, or in a file of its own where one is named.
 */
export const TRAIN = {
  usage: "FILE.csv [TO.tsv]",
  does: "trains the model that sorts opinions; a worse one is refused",
  run: async (
    [file, to]: readonly string[],
    { print }: { readonly print: (line: string) => void },
  ): Promise<void> => {
    if (file === undefined)
      throw new Fault("command.misused", "train takes a FILE.csv of text,category lines.");
    const lessons = parseLessons(file, readText(file));
    const table = readFileSync(new URL("parts.tsv", ROOM), "utf8");
    const trained = retrain(table, lessons, readModel(readFileSync(MODEL, "utf8")));
    const figures = `macro-F1 on the texts held out: ${trained.before.toFixed(3)} before, ${trained.after.toFixed(3)} after`;
    if ("refused" in trained)
      throw new Fault("command.failed", `The new model is worse and was not kept (${figures}).`);
    const kept = to === undefined ? fileURLToPath(MODEL) : to;
    writeFileSync(`${kept}.new`, `${writeModel(trained.weights)}\n`);
    renameSync(`${kept}.new`, kept);
    print(`trained on ${lessons.length} texts; ${figures}; ${trained.weights.size} features kept`);
  },
};

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Fault("command.failed", `${file} cannot be read: check its path.`, { cause });
  }
}

const ROW = /^\uFEFF?(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>.*?))\s*[,，]\s*"?(?<category>[^",，]+?)"?\s*$/u;

/** Lines of text and category, by its code or its Chinese name; a head line is passed over. */
function parseLessons(file: string, csv: string): Lesson[] {
  return csv.split(/\r?\n/u).flatMap((line, at) => {
    if (line.trim() === "") return [];
    const { quoted, plain = "", category: said = "" } = ROW.exec(line)?.groups ?? {};
    const category = NAMES.get(said) ?? said;
    if (!isOpinionCategory(category)) {
      if (at === 0) return [];
      throw new Fault("command.failed", `${file}, line ${at + 1}: "${said}" is no category.`);
    }
    return [{ text: normalise(quoted?.replaceAll('""', '"') ?? plain), category }];
  });
}
