import { z } from "zod";
import { assertNever } from "#src/kernel/never.ts";
import { addMonths, yearOf, type Day } from "../day.ts";
import { spanHolds, type Span } from "./attendance-facts.ts";

/** How far back an absence still counts beside a later one. */
export type AbsenceWindow =
  | { readonly over: "months"; readonly months: number }
  | { readonly over: "calendar_year" }
  | { readonly over: "same_mandate" };

const PATTERN = /^(?:rolling_(?<months>[1-9]\d?)_months|(?<over>calendar_year|same_mandate))$/;

function toWindow(name: string): AbsenceWindow {
  const { months, over } = PATTERN.exec(name)?.groups ?? {};
  if (months !== undefined) return { over: "months", months: Number(months) };
  return { over: over === "calendar_year" ? "calendar_year" : "same_mandate" };
}

/** `rolling_12_months` (1 to 99), `calendar_year` or `same_mandate`. */
export const absenceWindowSchema = z
  .string()
  .regex(PATTERN, { error: "must be rolling_N_months, calendar_year or same_mandate" })
  .transform(toWindow);

/**
 * Whether an earlier day is in the window that ends on `day`. Months: strictly later than the same day so many months
 * before, 29 February standing for 28 February in other years. Same mandate: some mandate holds both days.
 */
export function windowEndingOn(
  day: Day,
  window: AbsenceWindow,
  mandates: readonly Span[],
): (earlier: Day) => boolean {
  switch (window.over) {
    case "months": {
      const start = addMonths(day, -window.months);
      return (earlier) => earlier > start;
    }
    case "calendar_year":
      return (earlier) => yearOf(earlier) === yearOf(day);
    case "same_mandate": {
      const held = mandates.filter((mandate) => spanHolds(mandate, day));
      return (earlier) => held.some((mandate) => spanHolds(mandate, earlier));
    }
    default:
      return assertNever(window);
  }
}
