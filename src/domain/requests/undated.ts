import type { Day } from "../day.ts";

/** A planned activity whose day, or hour, is still to be fixed: nobody is called to it. */
export type UndatedView = {
  readonly number: string;
  readonly title: string;
  /** The first and the last day that are left open. */
  readonly from: Day;
  readonly to: Day;
  /** When it is, in the plan's own words. */
  readonly said: string;
  /** HH:MM, where only the day is open. */
  readonly time: string | null;
  readonly place: string | null;
};
