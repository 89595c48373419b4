import { trainLinear, type Weights } from "../linear.ts";
import { featuresOf } from "../sense/features.ts";
import { ALARM_CLASSES } from "./classes.ts";
import { toPlain } from "../plain-danger.ts";
import { toHeard } from "./to-heard.ts";

/** What somebody says, made plain, and what danger it tells of, or "none". */
export type AlarmLesson = { readonly text: string; readonly kind: (typeof ALARM_CLASSES)[number] };

const EPOCHS = 12;
/** Weights up to this say next to nothing and cost room. */
const FAINT = 2;

/** Learns how danger is told. The same lessons in the same order give the same model, bit for bit. */
export function learnAlarm(lessons: readonly AlarmLesson[]): Weights {
  const rows = lessons.map(({ text, kind }) => ({
    features: featuresOf(toHeard(toPlain(text))),
    target: ALARM_CLASSES.indexOf(kind),
  }));
  const learned = trainLinear(rows, ALARM_CLASSES.length, EPOCHS);
  return new Map(
    [...learned].map(([run, row]) => [run, row.map((one) => (Math.abs(one) <= FAINT ? 0 : one))]),
  );
}
