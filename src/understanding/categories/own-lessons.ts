import { readFileSync } from "node:fs";
import { isOpinionCategory } from "#src/domain/opinion-category.ts";
import { composeLessons } from "./lessons.ts";
import type { Lesson } from "./train.ts";

/** A sentence as somebody would say it weighs as much as this many composed ones. */
const TIMES = 3;

const table = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8").trim();

/**
 * All that the model which sorts opinions learns from before any practice: sentences combined from `parts.tsv`, those
 * of `said.tsv` (category, text), which were written one by one, and of `told.tsv`, which stood in the labelled
 * messages. Throws where a line names no category.
 */
export function ownLessons(): Lesson[] {
  const said = lessonsOf("./said.tsv");
  return [
    ...composeLessons(table("./parts.tsv")),
    ...Array.from({ length: TIMES }, () => said).flat(),
    ...lessonsOf("./told.tsv"),
  ];
}

const lessonsOf = (name: string): Lesson[] =>
  table(name)
    .split("\n")
    .map((line): Lesson => {
      const [category = "", text = ""] = line.split("\t");
      if (!isOpinionCategory(category) || text === "") throw new Error(`no lesson: ${line.slice(0, 40)}`);
      return { category, text };
    });
