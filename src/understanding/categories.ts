import { readFileSync } from "node:fs";
import { isOpinionCategory, type OpinionCategory } from "#src/domain/opinion-category.ts";
import { readModel } from "./categories/model.ts";
import { CLASSES } from "./categories/train.ts";
import { type Ngrams, toNgrams, weighText } from "./ngrams.ts";
import { longestRun, toRuns } from "./runs.ts";
import { withoutLongNumbers } from "./without-long-numbers.ts";

type Listed = { readonly at: number; readonly weight: number };

// category, then its words with weights: what residents say about such things.
const LEXICON = new Map<string, Listed[]>();
for (const line of readFileSync(new URL("./words/categories.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n")) {
  const [category = "", words = ""] = line.split("\t");
  if (!isOpinionCategory(category)) continue;
  const at = CLASSES.indexOf(category);
  for (const [, word = "", weight = "1"] of words.matchAll(/(\S+?) ?(\d)(?= |$)/gu))
    LEXICON.set(word, [...(LEXICON.get(word) ?? []), { at, weight: Number(weight) }]);
}
const LISTED = [...LEXICON.values()];
const WORDS = toRuns([...LEXICON.keys()]);

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
  const points = pointsOf(text);
  if (chances === undefined || (points === undefined && (chances[NONE] ?? 0) > 0.5)) return UNKNOWN;
  const order: number[] = [];
  for (let at = 0; at < CLASSES.length; at += 1) {
    if (at === NONE) continue;
    const point = points?.[at] ?? 0;
    const chance = chances[at] ?? 0;
    scores[at] = (point === 0 ? chance : chance * Math.exp(POINT * point)) + 1e-9;
    insert(order, at);
  }
  let sum = 0;
  const ranked: OpinionCategory[] = [];
  for (const at of order) {
    sum += scores[at] ?? 0;
    const category = CLASSES[at];
    if (category !== undefined && category !== "none") ranked.push(category);
  }
  const [best] = ranked;
  if (best === undefined) return UNKNOWN;
  return { category: best, ranked, confidence: Number(((scores[order[0] ?? 0] ?? 0) / sum).toFixed(4)) };
}

// Best first; of two that score alike the first one stays first. Few are ranked: putting each in its place is quickest.
const scores = new Float64Array(CLASSES.length);
function insert(order: number[], at: number): void {
  let place = order.length;
  order.push(at);
  for (; place > 0 && (scores[order[place - 1] ?? 0] ?? 0) < (scores[at] ?? 0); place -= 1)
    order[place] = order[place - 1] ?? 0;
  order[place] = at;
}

// The longest word that begins at a place counts alone, and once: 消防通道, not 消防 as well. No word, no points.
function pointsOf(text: string): readonly number[] | undefined {
  let points: number[] | undefined;
  const seen = new Set<number>();
  for (let from = 0; from < text.length; from += 1) {
    const word = longestRun(text, from, WORDS);
    if (word === undefined) continue;
    from += word.length - 1;
    if (seen.has(word.number)) continue;
    seen.add(word.number);
    points ??= CLASSES.map(() => 0);
    for (const { at, weight } of LISTED[word.number] ?? []) points[at] = (points[at] ?? 0) + weight;
  }
  return points;
}
