import { readFileSync } from "node:fs";
import { isOpinionCategory, type OpinionCategory } from "#src/domain/opinion-category.ts";
import { readModel, weigh } from "./categories/model.ts";
import { CLASSES, type Weights } from "./categories/train.ts";

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

// Read once, when the first opinion is weighed: most messages are none.
let model: Weights | undefined;
const MODEL = new URL("./categories/model.tsv", import.meta.url);

/** What a text is about: all categories, best first, and how sure the first one is (0 to 1; 0 = nothing is known). */
export type Ranked = {
  readonly category: OpinionCategory;
  readonly ranked: readonly OpinionCategory[];
  readonly confidence: number;
};

/** How much a point of the word list adds to the model's view, as a logarithm. */
const POINT = 0.35;
const NONE = CLASSES.indexOf("none");
const FIRST_WORDS = 400;
const UNKNOWN: Ranked = { category: "other", ranked: ["other"], confidence: 0 };

let last: { readonly text: string; readonly ranked: Ranked } = { text: "", ranked: UNKNOWN };

/** Ranks the categories of an opinion by the model and the word list. Nothing known gives `other` with no confidence. */
export function rankCategories(text: string): Ranked {
  if (last.text !== text) last = { text, ranked: rank(text.slice(0, FIRST_WORDS)) };
  return last.ranked;
}

function rank(text: string): Ranked {
  model ??= readModel(readFileSync(MODEL, "utf8"));
  const chances = weigh(text, model);
  const listed = new Map(LEXICON.map(([category, words]) => [category, scoreOf(text, words)]));
  const told = Math.max(0, ...listed.values()) > 0;
  if (chances === undefined || (!told && (chances[NONE] ?? 0) > 0.5)) return UNKNOWN;
  const scored = CLASSES.flatMap((category, at) =>
    category === "none"
      ? []
      : [{ category, score: (chances[at] ?? 0) * Math.exp(POINT * (listed.get(category) ?? 0)) + 1e-9 }],
  ).sort((a, b) => b.score - a.score);
  const sum = scored.reduce((total, { score }) => total + score, 0);
  const [best] = scored;
  if (best === undefined) return UNKNOWN;
  return {
    category: best.category,
    ranked: scored.map(({ category }) => category),
    confidence: Number((best.score / sum).toFixed(4)),
  };
}

// A longer word that contains a shorter one counts alone: 消防通道, not 消防 as well.
function scoreOf(text: string, words: readonly (readonly [string, number])[]): number {
  const hits = words.filter(([word]) => text.includes(word));
  return hits
    .filter(([word]) => !hits.some(([other]) => other !== word && other.includes(word)))
    .reduce((sum, [, weight]) => sum + weight, 0);
}
