import type { Day } from "#src/domain/day.ts";

/** A day or stretch of days found in a text. */
export type FoundDate = {
  readonly index: number;
  readonly text: string;
  readonly start: Day;
  /** Last day, included; equal to `start` for a single day. */
  readonly end: Day;
  /** A period such as a month or a quarter: good for questions, too wide for the day of a record. */
  readonly wide: boolean;
  /** The words name a day that does not exist (31 February) or only hint at one (春节期间, 前几天): to be asked about. */
  readonly doubtful: boolean;
  /** The words name a day that does not exist; `start` is the nearest there is, and says nothing about past or future. */
  readonly impossible?: true;
};

/** Where days are reckoned from, and which way a day without a year or month lies. */
export type Reference = { readonly today: Day; readonly prefer: "past" | "future" };
