import type { Weights } from "../linear.ts";
import { type Task, TASKS } from "./tasks.ts";

const TASK_NAMES: readonly Task[] = [
  "intent",
  "kind",
  "query",
  "voices",
  "records",
  "unit",
  "behalf",
  "matter",
];

/** Writes what was learned: task, feature and its numbers a line; a run of zeros is written once, as its length after a `z`. */
export function writeSense(learned: Readonly<Record<Task, Weights>>): string {
  return TASK_NAMES.flatMap((task) =>
    [...learned[task]].map(([feature, row]) => `${task}\t${feature}\t${pack(row)}`),
  ).join("\n");
}

const pack = (row: readonly number[]): string =>
  row.join(" ").replace(/(?<=^| )0(?: 0)+(?= |$)/gu, (zeros) => `z${(zeros.length + 1) / 2}`);

/** Reads what `writeSense` wrote; throws where it is no such table. */
export function readSense(table: string): Record<Task, Map<string, readonly number[]>> {
  const read = {
    intent: new Map(),
    kind: new Map(),
    query: new Map(),
    voices: new Map(),
    records: new Map(),
    unit: new Map(),
    behalf: new Map(),
    matter: new Map(),
  };
  for (const line of table.trimEnd().split("\n")) {
    const [task = "", feature = "", numbers = ""] = line.split("\t");
    const name = TASK_NAMES.find((one) => one === task);
    const row = numbers
      .split(" ")
      .flatMap((word) =>
        word.startsWith("z") ? Array.from({ length: Number(word.slice(1)) }, () => 0) : [Number(word)],
      );
    if (name === undefined || row.length !== TASKS[name].length || row.some(Number.isNaN))
      throw new Error(`no sense of messages: ${line.slice(0, 40)}`);
    read[name].set(feature, row);
  }
  return read;
}
