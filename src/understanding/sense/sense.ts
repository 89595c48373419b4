import { readFileSync } from "node:fs";
import { type CountUnit, isCountUnit } from "#src/domain/count-unit.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import { isDutyKind } from "#src/domain/duty-kind.ts";
import { oftenFirst, type Told, toTold, weighRuns } from "../ngrams.ts";
import { collectRuns, type Runs, toRuns } from "../runs.ts";
import { type Intent, INTENTS, QUERY_NAMES, type QueryName } from "../understanding.ts";
import { readSense } from "./table.ts";
import { type Task, TASKS } from "./tasks.ts";

/** How likely each class of a task is, best first is `best`. */
type Weighed<Name extends string> = {
  readonly best: Name;
  readonly chance: number;
  readonly of: (name: Name) => number;
};

/** What was learned: the runs of all tasks in one table, and what they tell for each. */
type Learned = { readonly runs: Runs; readonly told: Readonly<Record<Task, Told>> };

// Read once, when the first message is weighed.
let learned: Learned | undefined;
const TABLE = new URL("./sense.tsv", import.meta.url);

function readLearned(): Learned {
  const read = readSense(readFileSync(TABLE, "utf8"));
  const runs = oftenFirst(Object.values(read));
  const ready = (task: Task): Told => toTold(read[task], runs, TASKS[task].length);
  const told = {
    intent: ready("intent"),
    kind: ready("kind"),
    query: ready("query"),
    voices: ready("voices"),
    records: ready("records"),
    unit: ready("unit"),
    behalf: ready("behalf"),
    matter: ready("matter"),
  };
  return { runs: toRuns(runs), told };
}

// A message is weighed for several tasks, one after the other: its runs are looked for once.
const lately = { canon: "", count: 0 };

function weigh(canon: string, task: Task): Float64Array | undefined {
  learned ??= readLearned();
  if (lately.canon !== canon) {
    lately.count = collectRuns(canon, learned.runs);
    lately.canon = canon;
  }
  return weighRuns(learned.runs.found, lately.count, learned.told[task]);
}

function weighed<Name extends string>(
  task: Task,
  canon: string,
  is: (name: string) => name is Name,
  otherwise: Name,
): Weighed<Name> {
  const classes: readonly string[] = TASKS[task];
  const toName = (nth: number): Name => {
    const name = classes[nth] ?? "";
    return is(name) ? name : otherwise;
  };
  // The chances hold until the next message is weighed for the same task.
  const chances = weigh(canon, task)?.slice();
  if (chances === undefined) return { best: toName(0), chance: 0, of: () => 0 };
  let most = 0;
  for (let at = 1; at < chances.length; at += 1) if ((chances[at] ?? 0) > (chances[most] ?? 0)) most = at;
  return {
    best: toName(most),
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

type Whether = "voices" | "behalf" | "matter";
const chanceOfSome = (task: Whether, canon: string): number =>
  weigh(canon, task)?.[TASKS[task].indexOf("some")] ?? 0;

/** How likely residents are heard in a message that tells of something. */
export const senseVoices = (canon: string): number => chanceOfSome("voices", canon);

const isNumber = (name: string): name is "none" | "one" | "more" =>
  name === "none" || name === "one" || name === "more";

/** Whether a message most likely tells of no record, of one or of more. */
export const senseRecords = (canon: string): Weighed<"none" | "one" | "more"> =>
  weighed("records", canon, isNumber, "none");

const isUnit = (name: string): name is CountUnit | "none" => name === "none" || isCountUnit(name);

/** The unit in which the first amount of the one record of a message most likely is. */
export const senseUnit = (canon: string): Weighed<CountUnit | "none"> =>
  weighed("unit", canon, isUnit, "none");

/** How likely a message is told for somebody else. */
export const senseBehalf = (canon: string): number => chanceOfSome("behalf", canon);

/** How likely a part of a message is a matter of residents, and not something said beside it. */
export const senseMatter = (canon: string): number => chanceOfSome("matter", canon);

/** What a message most likely asks. */
export const senseQuery = (canon: string): Weighed<QueryName> => weighed("query", canon, isQueryName, "help");
