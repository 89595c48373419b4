import type { Day } from "../day.ts";
import type { ActivityView } from "./activity.ts";
import type { Namesake } from "./attendance.ts";

/** Staff told a deputy of an absence themselves, today or on a day before. */
export type EnterTold = {
  readonly do: "absence.enter-told";
  readonly activity: string;
  readonly name: string;
  /** Which of several of the name. */
  readonly personId?: number;
  readonly way: "phone" | "paper";
  readonly on?: Day;
};

/** What came of that. */
export type ToldOutcome =
  /** A deputy was told by staff: since which day the time for an objection runs, and its last day if that is known. */
  | {
      readonly of: "absence.told-entered";
      readonly name: string;
      readonly activity: ActivityView;
      readonly way: "phone" | "paper";
      readonly on: Day;
      readonly until: Day | null;
    }
  /** The deputy had been told already. */
  | {
      readonly of: "absence.told-before";
      readonly name: string;
      readonly activity: ActivityView;
      readonly on: Day;
      readonly until: Day | null;
    }
  /** Several deputies of the name were absent. */
  | {
      readonly of: "absence.whose-told";
      readonly request: EnterTold;
      readonly people: readonly Namesake[];
    };

/** What somebody came to, by a register, at the time of the absences that are spoken of; left out where there is nothing. */
export type AtTheTime = { readonly elsewhere?: readonly ActivityView[] };
