import type { ActivityKind, SittingKind } from "../activity.ts";
import type { Day } from "../day.ts";
import type { CellWhen } from "../plans/cell-when.ts";
import type { RosterProblem } from "../roster/roster.ts";
import type { ActivityView } from "./activity.ts";
import type { ChangedActivity } from "./activity-change.ts";
import type { UndatedView } from "./undated.ts";

/** A row of a yearly plan as it was read; what could not be read is null and among the problems. */
export type PlanRow = {
  /** As a person counts rows, the head being 1. */
  readonly row: number;
  /** The plan's own number of the row: the same number again is the same activity. */
  readonly number: string | null;
  readonly org: string | null;
  readonly kind: ActivityKind | null;
  readonly when: CellWhen | null;
  /** Local wall-clock HH:MM; null where it is still open. */
  readonly time: string | null;
  readonly place: string | null;
  readonly content: string | null;
};

/** A sitting of a congress session as it was read from a yearly plan. */
export type SittingRow = Omit<PlanRow, "kind" | "when" | "content"> & {
  /** `number` is the session's; this is which of its sittings: the same again is the same sitting. */
  readonly sitting: string | null;
  /** What the session is called. */
  readonly title: string | null;
  readonly kind: SittingKind | null;
  readonly on: Day | null;
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
  /** New, with the day or the hour still open. */
  readonly undated: readonly Omit<UndatedView, "number">[];
  /** On file as still open, and different. */
  readonly redated: readonly UndatedView[];
  /** Still open so far, and fixed by this plan. */
  readonly fixed: readonly { readonly activity: ActivityView; readonly before: UndatedView }[];
  /** Published before without a plan, and the same as rows of this one: nothing is published twice. */
  readonly adopted: readonly ActivityView[];
  /** Published without a plan within the days of a new row that has no day yet: perhaps the same activity. */
  readonly twins: readonly {
    readonly row: Omit<UndatedView, "number">;
    readonly published: ActivityView;
  }[];
  /** On file from a plan of that year and not in this one: nothing is called off by itself. */
  readonly gone: readonly ActivityView[];
  readonly goneUndated: readonly UndatedView[];
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
  | (PlanRows & { readonly do: "plan.publish"; readonly messageId: number; readonly seen: string })
  /** Calls off what a plan no longer has: asks first, and again until what was `seen` is what it still is. */
  | (GoneRows & { readonly do: "plan.drop"; readonly seen?: string });

/** Numbers of what a plan no longer has, and the message that the plan came with. */
export type GoneRows = { readonly messageId: number; readonly numbers: readonly string[] };

/** What came of a request about a yearly plan. */
export type PlanOutcome =
  | { readonly of: "plan.faulty"; readonly problems: readonly RosterProblem[] }
  | { readonly of: "plan.same"; readonly count: number; readonly gone: GoneRows }
  /** The day of one was fixed; its notices go out now, or on a day. */
  | {
      readonly of: "plan.day-fixed";
      readonly activity: ActivityView;
      readonly nextNotice: Day | null;
    }
  /** One whose day was still open is not planned any more. */
  | { readonly of: "plan.dropped" | "plan.undated"; readonly undated: UndatedView }
  /** So many that a plan no longer had are called off, and so many deputies told, each once for each. */
  | { readonly of: "plan.gone-dropped"; readonly count: number; readonly told: number }
  | {
      readonly of: "plan.published";
      /** Numbers of what is new, in the order of the file. */
      readonly fresh: readonly string[];
      readonly changed: number;
      /** How many still want a day. */
      readonly undated: number;
      /** Whose notices go out now. */
      readonly announced: number;
      /** The day on which the next notices go out; null where none waits. */
      readonly nextNotice: Day | null;
      readonly gone: GoneRows;
    };
