import type { ActivityView } from "./activity.ts";

/** What may be asked about checking in by a code. Nobody has to. */
export type CheckInRequest =
  /** Staff show the code of the moment. */
  | { readonly do: "check-in.show"; readonly activity: string }
  /** A deputy types what is shown; without a number whatever he or she is called to now is meant. */
  | { readonly do: "check-in.enter"; readonly code: string; readonly activity?: string };

/** What came of a request about checking in. */
export type CheckInOutcome =
  | {
      readonly of: "check-in.shown";
      readonly activity: ActivityView;
      readonly code: string;
      readonly rotatesSeconds: number;
      readonly secondsLeft: number;
      /** Who has checked in so far. */
      readonly names: readonly string[];
    }
  | { readonly of: "check-in.done"; readonly activity: ActivityView; readonly again: boolean };

/** Why somebody did not check in, or no code is shown. */
export type CheckInRefusal =
  | "check-in-off"
  | "check-in-closed"
  | "check-in-nowhere"
  | "check-in-wrong"
  | "check-in-enough";
