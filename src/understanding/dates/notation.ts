import { fromDayNumber } from "#src/domain/day.ts";
import { findMoments } from "./find-moments.ts";
import type { Now } from "./frame.ts";
import { DAY_SECONDS, type Kind, type Meaning } from "./meaning.ts";

/**
 * A date or time in ISO notation on the wall clock: 2026-05-12, 2026-05-12T15:00:00, T15:00:00. Ranges are half-open:
 * `end` is the first instant or day after. A range open at one side leaves that side out.
 */
export type Noted = {
  readonly index: number;
  readonly text: string;
  readonly kind: Kind;
  readonly start?: string;
  readonly end?: string;
  readonly seconds?: number;
};

/** Finds every date, time, period and duration of a text, in the notation above. What no calendar has is left out. */
export function noteDates(text: string, now: Now): Noted[] {
  return findMoments(text, now)
    .filter(({ meaning }) => !meaning.impossible)
    .map(({ index, text: words, meaning }) => ({ index, text: words, ...noted(meaning) }));
}

function noted({ kind, from, to, seconds }: Meaning): Pick<Noted, "kind" | "start" | "end" | "seconds"> {
  if (seconds !== undefined) return { kind, seconds };
  return {
    kind,
    ...(from === undefined ? {} : { start: toIso(from, kind) }),
    ...(to === undefined ? {} : { end: toIso(to, kind) }),
  };
}

function toIso(seconds: number, kind: Kind): string {
  if (kind === "time" || kind === "timerange") return `T${timeOf(seconds)}`;
  const day = fromDayNumber(Math.floor(seconds / DAY_SECONDS));
  return kind === "date" || kind === "daterange" ? day : `${day}T${timeOf(seconds)}`;
}

function timeOf(seconds: number): string {
  const rest = ((seconds % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS;
  return [Math.floor(rest / 3600), Math.floor((rest % 3600) / 60), rest % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}
