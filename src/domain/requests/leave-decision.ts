import type { Day } from "../day.ts";
import type { LeaveState } from "../activity.ts";
import type { LeaveApprover } from "../leave-policy.ts";
import type { LeaveReason } from "../leave-reason.ts";
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
  /** No name was said in full: anybody's of this surname, or of any where it is empty. */
  readonly surname?: string;
  /** The day of the activity, where one was said. */
  readonly on?: Day;
  /** Asked for belatedly. */
  readonly late?: true;
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
  /** Several wishes of that name wait; or of anybody, where the name is empty. */
  | {
      readonly of: "activity.which-wish";
      readonly name: string;
      readonly approve: boolean;
      readonly note: string;
      readonly leaves: readonly AskedLeave[];
    }
  /** A refusal needs a reason. */
  | {
      readonly of: "activity.why-refuse";
      readonly name: string;
      readonly leave: number;
      readonly activity: ActivityView;
    }
  /** Nothing waits any more: it was decided on, or the deputy took it back. */
  | {
      readonly of: "activity.leave-decided-before";
      readonly activity: ActivityView;
      readonly name: string;
      readonly state: Exclude<LeaveState, "pending">;
      readonly by: string | null;
    }
  | {
      readonly of: "activity.leave-done";
      readonly activity: ActivityView;
      readonly name: string;
      readonly approved: boolean;
    };

/** What somebody is told about leave without having asked. */
export type LeaveNews =
  | {
      readonly kind: "activity.leave-asked";
      readonly activity: ActivityView;
      readonly name: string;
      readonly reason: LeaveReason;
      /** Why, in his or her own words, where these are of no class. */
      readonly said?: string;
      readonly late: boolean;
      /** It was refused before. */
      readonly again: boolean;
      /** Who would decide by the policy, where nobody is on file: the office is asked instead. */
      readonly inPlaceOf?: LeaveApprover;
    }
  /** To those who were asked for it, too: a colleague has decided. */
  | {
      readonly kind: "activity.leave-settled";
      readonly approved: boolean;
      readonly by: string;
      readonly wishes: readonly { readonly name: string; readonly activity: ActivityView }[];
    }
  /** The deputy will come after all. */
  | {
      readonly kind: "activity.leave-withdrawn";
      readonly activity: ActivityView;
      readonly name: string;
      /** It had been granted. */
      readonly approved: boolean;
      /** The session from which that leave is, and stands but for this sitting. */
      readonly session?: ActivityView;
    }
  /** The register is final, and the deputy came: leave that waited is let go, what was granted was not needed. */
  | { readonly kind: "activity.leave-unused"; readonly activity: ActivityView }
  /** These deputies' wishes were about a day on which the activity is not any more, or it does not take place. */
  | {
      readonly kind: "activity.leave-void";
      readonly activity: ActivityView;
      readonly before: ActivityView;
      readonly names: readonly string[];
      /** It was called off. */
      readonly off?: true;
    }
  | {
      readonly kind: "activity.leave-decided";
      readonly activity: ActivityView;
      readonly approved: boolean;
      readonly by: string;
      readonly note: string;
      /** The attendance was final as an absence, and says leave now. */
      readonly corrected?: true;
      /** Decided on after the beginning. */
      readonly begun?: true;
    };
