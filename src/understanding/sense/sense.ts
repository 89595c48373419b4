import { readFileSync } from "node:fs";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import { isDutyKind } from "#src/domain/duty-kind.ts";
import { SCALE, softmax } from "../linear.ts";
import { type Intent, INTENTS, QUERY_NAMES, type QueryName } from "../understanding.ts";
import { featuresOf } from "./features.ts";
import { readSense } from "./table.ts";
import { type Task, TASKS } from "./tasks.ts";

/** How likely each class of a task is, best first is `best`. */
type Weighed<Name extends string> = {
  readonly best: Name;
  readonly chance: number;
  readonly of: (name: Name) => number;
};

// Read once, when the first message is weighed.
let learned: ReturnType<typeof readSense> | undefined;
const TABLE = new URL("./sense.tsv", import.meta.url);

function weigh(task: Task, canon: string): Float64Array {
  learned ??= readSense(readFileSync(TABLE, "utf8"));
  const weights = learned[task];
  const scores = new Float64Array(TASKS[task].length);
  let known = 0;
  for (const feature of featuresOf(canon)) {
    const row = weights.get(feature);
    if (row === undefined) continue;
    known += 1;
    for (let one = 0; one < row.length; one += 1) scores[one] = (scores[one] ?? 0) + (row[one] ?? 0);
  }
  const share = 1 / (SCALE * Math.sqrt(known + 1));
  return softmax(scores.map((score) => score * share));
}

function weighed<Name extends string>(
  task: Task,
  canon: string,
  is: (name: string) => name is Name,
  otherwise: Name,
): Weighed<Name> {
  const classes: readonly string[] = TASKS[task];
  const chances = weigh(task, canon);
  const most = chances.reduce((best, chance, at) => (chance > (chances[best] ?? 0) ? at : best), 0);
  const name = classes[most] ?? "";
  return {
    best: is(name) ? name : otherwise,
    chance: chances[most] ?? 0,
    of: (one) => chances[classes.indexOf(one)] ?? 0,
  };
}

const isIntent = (name: string): name is Intent => (INTENTS as readonly string[]).includes(name);
const isQueryName = (name: string): name is QueryName => (QUERY_NAMES as readonly string[]).includes(name);

/** What a message most likely wants, by all that was ever labelled. `canon` is from `toCanon`. */
export const senseIntent = (canon: string): Weighed<Intent> => weighed("intent", canon, isIntent, "chat");

/** Which duty a message most likely tells of. */
export const senseKind = (canon: string): Weighed<DutyKind> =>
  weighed("kind", canon, isDutyKind, "home_visit");

/** What a message most likely asks. */
export const senseQuery = (canon: string): Weighed<QueryName> => weighed("query", canon, isQueryName, "help");
