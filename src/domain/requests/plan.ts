import type { ActivityKind, SittingKind } from "../activity.ts";
import type { Day } from "../day.ts";
import type { RosterProblem } from "../roster/roster.ts";
import type { ActivityView } from "./activity.ts";
import type { ChangedActivity } from "./activity-change.ts";

/** A row of a yearly plan as it was read; what could not be read is null and among the problems. */
export type PlanRow = {
  /** As a person counts rows, the head being 1. */
  readonly row: number;
  /** The plan's own number of the row: the same number again is the same activity. */
  readonly number: string | null;
  readonly org: string | null;
  readonly kind: ActivityKind | null;
  readonly on: Day | null;
  /** Local wall-clock HH:MM. */
  readonly time: string | null;
  readonly place: string | null;
  readonly content: string | null;
};

/** A sitting of a congress session as it was read from a yearly plan. */
export type SittingRow = Omit<PlanRow, "kind" | "content"> & {
  /** `number` is the session's; this is which of its sittings: the same again is the same sitting. */
  readonly sitting: string | null;
  /** What the session is called. */
  readonly title: string | null;
  readonly kind: SittingKind | null;
};

/** What a yearly plan lists: activities that stand alone, and congress sessions sitting by sitting. */
export type PlanRows = { readonly rows: readonly PlanRow[]; readonly sittings: readonly SittingRow[] };

/** A yearly plan as it was read from its file, with every cell that is wrong by itself. */
export type ReadPlan = PlanRows & { readonly problems: readonly RosterProblem[] };

/** Something new in a plan; a congress session with its sittings. */
export type FreshView = Omit<ActivityView, "number"> & {
  readonly sittings?: readonly Omit<ActivityView, "number">[];
};

/** What a yearly plan would make of what is on file. */
export type PlanView = {
  /** Activities that are new, soonest first. */
  readonly fresh: readonly FreshView[];
  readonly changed: readonly ChangedActivity[];
  /** On file from a plan of that year and not in this one: nothing is called off by itself. */
  readonly gone: readonly ActivityView[];
  /** Over, begun or called off, and different in the file: they stay as they are. */
  readonly closed: readonly ActivityView[];
  /** Rows that say what is on file already. */
  readonly same: number;
};

/** What may be asked about yearly plans. */
export type PlanRequest =
  /** Compares a plan with what is on file, and asks before anything is planned. */
  | (ReadPlan & { readonly do: "plan.preview"; readonly messageId: number })
  /** Plans what was shown: until what was `seen` is what it still is, it is shown again. */
  | (PlanRows & { readonly do: "plan.publish"; readonly messageId: number; readonly seen: string });

/** What came of a request about a yearly plan. */
export type PlanOutcome =
  | { readonly of: "plan.faulty"; readonly problems: readonly RosterProblem[] }
  | { readonly of: "plan.same"; readonly count: number; readonly gone: readonly ActivityView[] }
  | {
      readonly of: "plan.published";
      /** Numbers of what is new, in the order of the file. */
      readonly fresh: readonly string[];
      readonly changed: number;
      /** Whose notices go out now. */
      readonly announced: number;
      /** The day on which the next notices go out; null where none waits. */
      readonly nextNotice: Day | null;
    };
