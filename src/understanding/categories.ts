import { readFileSync } from "node:fs";
import { isOpinionCategory, type OpinionCategory } from "#src/domain/opinion-category.ts";

// category, then its words with weights: what residents say about such things.
const LEXICON: readonly (readonly [OpinionCategory, readonly (readonly [string, number])[]])[] = readFileSync(
  new URL("./words/categories.tsv", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [category = "", words = ""] = line.split("\t");
    const weighted = [...words.matchAll(/(\S+?) ?(\d)(?= |$)/gu)].map(
      ([, word = "", weight = "1"]) => [word, Number(weight)] as const,
    );
    return isOpinionCategory(category) ? [[category, weighted] as const] : [];
  });

/** What a text is about: categories with any ground, best first, and how sure the first one is (0 to 1). */
export type Ranked = {
  readonly category: OpinionCategory;
  readonly ranked: readonly OpinionCategory[];
  readonly confidence: number;
};

/** Ranks the categories of an opinion by its words. Nothing known gives `other` with no confidence. */
export function rankCategories(text: string): Ranked {
  const scores = LEXICON.map(([category, words]) => ({ category, score: scoreOf(text, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first === undefined) return { category: "other", ranked: ["other"], confidence: 0 };
  const confidence = first.score / (first.score + (second?.score ?? 0) + 1);
  return { category: first.category, ranked: scores.map(({ category }) => category), confidence };
}

// A longer word that contains a shorter one counts alone: 消防通道, not 消防 as well.
function scoreOf(text: string, words: readonly (readonly [string, number])[]): number {
  const hits = words.filter(([word]) => text.includes(word));
  return hits
    .filter(([word]) => !hits.some(([other]) => other !== word && other.includes(word)))
    .reduce((sum, [, weight]) => sum + weight, 0);
}
