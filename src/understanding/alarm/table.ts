import type { Weights } from "../linear.ts";
import { ALARM_CLASSES } from "./classes.ts";

/** Writes what was learned: a feature and its numbers a line; several zeros are written once, as how many after a `z`. */
export const writeAlarm = (learned: Weights): string =>
  [...learned].map(([feature, row]) => `${feature}\t${pack(row)}`).join("\n");

const pack = (row: readonly number[]): string =>
  row.join(" ").replace(/(?<=^| )0(?: 0)+(?= |$)/gu, (zeros) => `z${(zeros.length + 1) / 2}`);

/** Reads what `writeAlarm` wrote; throws where it is no such table. */
export function readAlarm(table: string): Weights {
  const read = new Map<string, readonly number[]>();
  for (const line of table.trimEnd().split("\n")) {
    const [feature = "", numbers = ""] = line.split("\t");
    const row = numbers
      .split(" ")
      .flatMap((word) =>
        word.startsWith("z") ? Array.from({ length: Number(word.slice(1)) }, () => 0) : [Number(word)],
      );
    if (row.length !== ALARM_CLASSES.length || row.some(Number.isNaN))
      throw new Error(`no sense of danger: ${line.slice(0, 40)}`);
    read.set(feature, row);
  }
  return read;
}
