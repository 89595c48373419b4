import { OPINION_CATEGORIES, type OpinionCategory } from "#src/domain/opinion-category.ts";
import { trainLinear, type Weights } from "../linear.ts";
import { featuresOf } from "./features.ts";

/** A text and what it is about; "none" is what is no matter of a resident at all. */
export type Lesson = { readonly text: string; readonly category: OpinionCategory | "none" };

/** The classes in the order of the model's columns. */
export const CLASSES: readonly (OpinionCategory | "none")[] = [
  ...(Object.keys(OPINION_CATEGORIES) as OpinionCategory[]),
  "none",
];

/** Trains the model that sorts opinions. The same lessons in the same order give the same model, bit for bit. */
export const train = (lessons: readonly Lesson[]): Weights =>
  trainLinear(
    lessons.map(({ text, category }) => ({ features: featuresOf(text), target: CLASSES.indexOf(category) })),
    CLASSES.length,
  );
