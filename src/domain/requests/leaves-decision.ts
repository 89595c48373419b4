import type { Day } from "../day.ts";
import type { LeaveReason } from "../leave-reason.ts";
import type { ActivityView } from "./activity.ts";

/** One decision on several wishes for leave. */
export type LeavesDecision = {
  readonly do: "activity.decide-leaves";
  /** Whose: those of these names, or all that wait. */
  readonly names: readonly string[] | "everybody";
  readonly activity?: string;
  /** Of these days only, where some were said. */
  readonly days?: readonly Day[];
  readonly approve: boolean;
  readonly note: string;
  /** Which wishes were shown, each as it was then, and said yes to: these and no others. */
  readonly seen?: readonly { readonly leave: number; readonly sight: string }[];
};

/** A wish for leave in such a list. */
export type ListedLeave = {
  readonly name: string;
  readonly code: string | null;
  readonly group: string | null;
  readonly reason: LeaveReason;
  /** Asked for after the beginning. */
  readonly late: boolean;
  readonly activity: ActivityView;
};

/** All these wishes would be decided on alike. */
export type LeavesQuestion = {
  readonly kind: "sure.leaves";
  readonly leaves: readonly ListedLeave[];
  readonly approve: boolean;
  readonly note: string;
  /** How many more wait, which stay as they are. */
  readonly left: number;
  /** Names that were said, of whom nothing waits for the speaker. */
  readonly without: readonly string[];
  /** Names that were said and that several of those who wait have: they are decided on one by one. */
  readonly unclear: readonly string[];
  /** Whose registers are final by now: each of them is looked at by itself. */
  readonly settled: readonly string[];
};

/** What came of it; `changed`: who took the wish back or changed it since, or was decided on by somebody else. */
export type LeavesDecided = {
  readonly of: "activity.leaves-decided";
  readonly approved: boolean;
  readonly done: readonly Pick<ListedLeave, "name" | "activity">[];
  readonly changed: number;
};
