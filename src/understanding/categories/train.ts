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

/** Fewer different texts than these tell nothing of a feature, however often one of them is repeated. */
const FEWEST = 2;

/** Long letters among short titles take more turns to be told apart. */
const EPOCHS = 12;

/** Of many lessons more features tell something: what tells least makes room (3 MB), and no opinion was sorted otherwise. */
const FAINTEST = 38;

/** Trains the model that sorts opinions. The same lessons in the same order give the same model, bit for bit. */
export function train(lessons: readonly Lesson[]): Weights {
  const times = new Map<string, number>();
  for (const text of new Set(lessons.map((one) => one.text)))
    for (const feature of featuresOf(text)) times.set(feature, (times.get(feature) ?? 0) + 1);
  const seen = lessons.map(({ text, category }) => ({
    features: featuresOf(text).filter((feature) => (times.get(feature) ?? 0) >= FEWEST),
    target: CLASSES.indexOf(category),
  }));
  return trainLinear(seen, CLASSES.length, EPOCHS, FAINTEST);
}
