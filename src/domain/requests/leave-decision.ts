import type { ActivityView } from "./activity.ts";

/** A decision on a wish for leave. */
export type LeaveDecision = {
  readonly do: "activity.decide-leave";
  readonly name: string;
  readonly activity?: string;
  readonly approve: boolean;
  readonly note: string;
  /** Which wish, where a name means several. */
  readonly leave?: number;
  /** Shows the wish before it is decided on: it was only typed. */
  readonly ask?: true;
  /** What was shown: something else is shown again. */
  readonly seen?: string;
};

/** A wish for leave among several. */
export type AskedLeave = {
  readonly leave: number;
  readonly name: string;
  readonly code: string | null;
  readonly group: string | null;
  readonly activity: ActivityView;
};

/** What came of it. */
export type LeaveDecisionOutcome =
  /** Several wishes of that name wait. */
  | {
      readonly of: "activity.which-wish";
      readonly name: string;
      readonly approve: boolean;
      readonly note: string;
      readonly leaves: readonly AskedLeave[];
    }
  /** Nothing waits any more: it was decided on. */
  | {
      readonly of: "activity.leave-decided-before";
      readonly activity: ActivityView;
      readonly name: string;
      readonly approved: boolean;
      readonly by: string | null;
    }
  | {
      readonly of: "activity.leave-done";
      readonly activity: ActivityView;
      readonly name: string;
      readonly approved: boolean;
    };
