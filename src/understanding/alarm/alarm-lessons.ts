import { readFileSync } from "node:fs";
import { sequence } from "../linear.ts";
import { ALARM_CLASSES } from "./classes.ts";
import type { AlarmLesson } from "./learn-alarm.ts";

/** Each composed saying is heard from so many places. */
const PLACES_EACH = 5;

/**
 * What was written for the purpose: a kind, or "none", and sayings; a kind with a plus, and what is said of a place.
 * The same places stand in all, so that these weigh nothing. Throws where a line is of no kind.
 */
export function composeAlarmLessons(): AlarmLesson[] {
  const table = readFileSync(new URL("../words/danger-lessons.tsv", import.meta.url), "utf8");
  const rows = table
    .trim()
    .split("\n")
    .map((line) => line.split("\t"));
  const places = (rows.find(([name]) => name === "where")?.[1] ?? "").split("|");
  const next = sequence(7);
  return rows
    .filter(([name]) => name !== "where")
    .flatMap(([name = "", said = ""]) => {
      const kind = toKind(name.replace("+", ""));
      const sayings = said.split("|");
      if (!name.endsWith("+")) return sayings.map((text) => ({ text, kind }));
      return sayings.flatMap((text) =>
        Array.from({ length: PLACES_EACH }, () => ({
          text: `${places[Math.floor(next() * places.length)] ?? ""}${text}`,
          kind,
        })),
      );
    });
}

/** The class that is called so; throws where there is none. */
export function toKind(name: string): AlarmLesson["kind"] {
  const kind = ALARM_CLASSES.find((one) => one === name);
  if (kind === undefined) throw new Error(`no kind of danger: ${name}`);
  return kind;
}
