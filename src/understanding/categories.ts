import { readFileSync } from "node:fs";
import { isOpinionCategory, type OpinionCategory } from "#src/domain/opinion-category.ts";
import { readModel } from "./categories/model.ts";
import { CLASSES } from "./categories/train.ts";
import { toLongestWord } from "./to-longest-word.ts";
import { type Ngrams, toNgrams, weighText } from "./ngrams.ts";
import { withoutLongNumbers } from "./without-long-numbers.ts";

type Listed = { readonly category: OpinionCategory; readonly weight: number };

// category, then its words with weights: what residents say about such things.
const LEXICON = new Map<string, Listed[]>();
for (const line of readFileSync(new URL("./words/categories.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n")) {
  const [category = "", words = ""] = line.split("\t");
  if (!isOpinionCategory(category)) continue;
  for (const [, word = "", weight = "1"] of words.matchAll(/(\S+?) ?(\d)(?= |$)/gu))
    LEXICON.set(word, [...(LEXICON.get(word) ?? []), { category, weight: Number(weight) }]);
}
const longestAt = toLongestWord(LEXICON.keys());

// Read once, when the first opinion is weighed: most messages are none.
let model: Ngrams | undefined;
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

// A clause is looked at several times while its message is read.
const lately = new Map<string, Ranked>();
const REMEMBERED = 32;

/** Ranks the categories of an opinion by the model and the word list. Nothing known gives `other` with no confidence. */
export function rankCategories(text: string): Ranked {
  const known = lately.get(text);
  if (known !== undefined) return known;
  const words = withoutLongNumbers(text.slice(0, FIRST_WORDS), () => "");
  const ranked = rank(words);
  if (lately.size >= REMEMBERED) lately.clear();
  lately.set(text, ranked);
  return ranked;
}

/** Below this what an opinion is about is asked. */
const SURE = 0.65;

/** True where it is clear what an opinion is about. */
export const isSorted = (text: string): boolean => rankCategories(text).confidence >= SURE;

function rank(text: string): Ranked {
  model ??= toNgrams(readModel(readFileSync(MODEL, "utf8")), CLASSES.length);
  const chances = weighText(text, model);
  const listed = pointsOf(text);
  const told = listed.size > 0;
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

// The longest word that begins at a place counts alone, and once: 消防通道, not 消防 as well.
function pointsOf(text: string): Map<OpinionCategory, number> {
  const points = new Map<OpinionCategory, number>();
  const seen = new Set<string>();
  for (let from = 0; from < text.length; from += 1) {
    const word = longestAt(text, from);
    if (word === undefined) continue;
    if (!seen.has(word))
      for (const { category, weight } of LEXICON.get(word) ?? [])
        points.set(category, (points.get(category) ?? 0) + weight);
    seen.add(word);
    from += word.length - 1;
  }
  return points;
}
