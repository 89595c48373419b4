import { readFileSync } from "node:fs";
import { isOpinionCategory, OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import { Fault } from "#src/kernel/fault.ts";
import type { Lesson } from "#src/understanding/categories/train.ts";
import { normalise } from "#src/understanding/normalise.ts";
import { trainModel } from "./train-model.ts";

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
    print(trainModel(lessons, to));
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
