import type { CountUnit } from "../count-unit.ts";

/**
 * One changed field of a filed record, and others that the same words change `also`. `unread` is what they hold besides
 * and could not be made out: it is named, never dropped without a word.
 */
export type Amendment = Change & { readonly also?: Amendment; readonly unread?: readonly string[] };

/** One changed field. */
export type Change =
  /** `more` where so many come to what was counted before, `less` where so many were too many. */
  | { readonly field: CountUnit; readonly value: number; readonly more?: true; readonly less?: true }
  /** What was counted and is not any more. */
  | { readonly field: "uncounted"; readonly value: CountUnit | "all" }
  | {
      readonly field: "kind" | "time" | "place" | "text" | "category";
      readonly value: string;
    }
  /** The last of several days; `yearless` as with the first. */
  | { readonly field: "end"; readonly value: string; readonly yearless?: true }
  /**
   * With the time of that day, where one was said; `yearless` where the words name a month and no year, `weekly` where
   * they name a day of the week that the record is of.
   */
  | {
      readonly field: "date";
      readonly value: string;
      readonly time?: string;
      readonly yearless?: true;
      readonly weekly?: true;
    }
  /** Names with 、 between them; `more` where they come to those who were named before, `less` where they were not there. */
  | { readonly field: "with"; readonly value: string; readonly more?: true; readonly less?: true };

/** An amount that a correction says to be wrong: 5户 of 不是五户,是6户. */
export type CountedBefore = { readonly field: CountUnit; readonly value: number };
