import { readFileSync } from "node:fs";
import { type DateCase, report, type Row, score } from "#test/corpus/date_score.mjs";
import { toDayNumber } from "#src/domain/day.ts";
import type { Now } from "#src/understanding/dates/frame.ts";
import { type Noted, noteDates } from "#src/understanding/dates/notation.ts";
import { normalise } from "#src/understanding/normalise.ts";

const SUITE = new URL("../corpus/dates.dev.jsonl", import.meta.url);

/** The development half of the third-party date suites. */
export const listDateCases = (): DateCase[] =>
  readFileSync(SUITE, "utf8")
    .trim()
    .split("\n")
    .map((line): DateCase => JSON.parse(line));

const DIRECTIONS = { "prefer:past": "past", "prefer:future": "future" } as const;

/** The moment and the direction that a case is to be read from. */
export function nowOf({ reference_time: at, flags }: DateCase): Now {
  const [day = "", time = "00:00:00"] = (at ?? "2026-01-01T00:00:00").split("T");
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  const wish = flags?.find((flag) => flag === "prefer:past" || flag === "prefer:future");
  return {
    day: toDayNumber(day),
    second: hours * 3600 + minutes * 60 + seconds,
    direction: wish === "prefer:past" || wish === "prefer:future" ? DIRECTIONS[wish] : "nearest",
  };
}

/** What the reader finds in the text of a case. */
export const readCase = (one: DateCase): Noted[] => noteDates(normalise(one.text), nowOf(one));

/** How the reader does on the suite: a row for all, for each kind and source, and for the core. */
export function reportDates(cases: readonly DateCase[]): Record<string, Row | undefined> {
  return report(
    cases,
    cases.map((one) => score(one, readCase(one))),
  );
}

/** Cases with a flag that were read exactly, and how many there are. */
export function exactByFlag(cases: readonly DateCase[]): Record<string, string> {
  const rows = new Map<string, { exact: number; all: number }>();
  for (const one of cases) {
    const scored = score(one, readCase(one));
    if (scored === null) continue;
    for (const flag of one.flags ?? ["plain"]) {
      const row = rows.get(flag) ?? { exact: 0, all: 0 };
      rows.set(flag, { exact: row.exact + (scored.exact ? 1 : 0), all: row.all + 1 });
    }
  }
  return Object.fromEntries([...rows].map(([flag, { exact, all }]) => [flag, `${exact}/${all}`]));
}
