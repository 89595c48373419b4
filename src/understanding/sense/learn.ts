import { normalise } from "../normalise.ts";
import { trainLinear, type Weights } from "../linear.ts";
import { smooth } from "../smooth.ts";
import { toCanon } from "./canon.ts";
import { featuresOf } from "./features.ts";
import { readLessons } from "./read-lessons.ts";
import { type Task, TASKS } from "./tasks.ts";

/** A message, or a part of one, with its right answer, as far as the sense of messages learns from it. */
export type Example = {
  readonly text: string;
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly intent?: string;
  /** The kind of its one record, where it tells of nothing else. */
  readonly kind?: string;
  readonly query?: string;
  /** Whether residents are heard, where it tells of anything. */
  readonly voices?: string;
  /** Whether it tells of no record, of one or of more. */
  readonly records?: string;
  /** The unit of the first amount of its one record, or none. */
  readonly unit?: string;
  /** Whether it is told for somebody else. */
  readonly behalf?: string;
  /** Of a part of a message: whether it is a matter of residents. */
  readonly matter?: string;
};

const EPOCHS = 12;
/** Weights up to this say next to nothing and cost time at every message. */
const FAINT = 2;

const without = (weights: Weights): Weights =>
  new Map([...weights].map(([run, row]) => [run, row.map((one) => (Math.abs(one) <= FAINT ? 0 : one))]));

/** Learns what messages want from examples and the written lessons; deterministic. A class that is not known is left out. */
export function learn(examples: readonly Example[]): Record<Task, Weights> {
  const seen = [...examples, ...readLessons()].map((example) => {
    const text = smooth(normalise(example.text).trim()).text.trim();
    return { example, features: featuresOf(toCanon(text, example.people, example.places)) };
  });
  const lessons = (task: Task): Weights => {
    const classes: readonly string[] = TASKS[task];
    const rows = seen.flatMap(({ example, features }) => {
      const target = classes.indexOf(example[task] ?? "");
      return target < 0 ? [] : [{ features, target }];
    });
    return without(trainLinear(rows, classes.length, EPOCHS));
  };
  return {
    intent: lessons("intent"),
    kind: lessons("kind"),
    query: lessons("query"),
    voices: lessons("voices"),
    records: lessons("records"),
    unit: lessons("unit"),
    behalf: lessons("behalf"),
    matter: lessons("matter"),
  };
}
