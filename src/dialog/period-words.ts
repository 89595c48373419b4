import type { Day } from "#src/domain/day.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";

/** The stretch of time of a question in its own words, to be said again of each part of it; none where it names none. */
export const periodWords = (text: string, today: Day): readonly string[] =>
  findDates(text, { today, prefer: "past" })
    .slice(0, 1)
    .map((one) => one.text.replace(/\s+/gu, ""));
