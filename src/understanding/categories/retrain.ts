import type { OpinionCategory } from "#src/domain/opinion-category.ts";
import { ownLessons } from "./own-lessons.ts";
import type { Weights } from "../linear.ts";
import { type Ngrams, toNgrams, weighText } from "../ngrams.ts";
import { CLASSES, type Lesson, train } from "./train.ts";

/** A new model with its figures, or why it was refused. `before` and `after` are macro-F1 on the lessons held out. */
export type Retrained =
  | { readonly weights: Weights; readonly before: number; readonly after: number; readonly heldOut: number }
  | { readonly refused: "worse"; readonly before: number; readonly after: number };

/** A lesson from practice weighs as much as this many composed ones. */
const TIMES = 3;
const HELD_OUT = 5;

/**
 * Learns from texts that people put into their categories, on top of the lessons of its own. Every fifth
 * text is held out first: a model that reads these worse than the present one is refused.
 */
export function retrain(texts: readonly Lesson[], present: Weights): Retrained {
  const composed = ownLessons();
  const kept = texts.filter((_text, at) => at % HELD_OUT !== HELD_OUT - 1);
  const heldOut = texts.filter((_text, at) => at % HELD_OUT === HELD_OUT - 1);
  const before = macroF1(heldOut, present);
  const after = macroF1(heldOut, train([...composed, ...repeat(kept)]));
  if (after < before) return { refused: "worse", before, after };
  return { weights: train([...composed, ...repeat(texts)]), before, after, heldOut: heldOut.length };
}

const repeat = (lessons: readonly Lesson[]): Lesson[] =>
  lessons.flatMap((lesson) => Array.from({ length: TIMES }, () => lesson));

/** The mean over the categories that occur of their F1; 1 where there is nothing to judge. */
export function macroF1(lessons: readonly Lesson[], weights: Weights): number {
  const model = toNgrams(weights, CLASSES.length);
  const guessed = lessons.map(({ text, category }) => ({ category, guess: best(text, model) }));
  const occurring = new Set(lessons.map(({ category }) => category));
  if (occurring.size === 0) return 1;
  const scores = [...occurring].map((category) => {
    const right = guessed.filter((one) => one.category === category && one.guess === category).length;
    const said = guessed.filter((one) => one.guess === category).length;
    const meant = guessed.filter((one) => one.category === category).length;
    return (2 * right) / (said + meant);
  });
  return scores.reduce((sum, one) => sum + one, 0) / scores.length;
}

function best(text: string, model: Ngrams): OpinionCategory | "none" {
  const chances = weighText(text, model);
  if (chances === undefined) return "none";
  return CLASSES[chances.indexOf(Math.max(...chances))] ?? "none";
}
