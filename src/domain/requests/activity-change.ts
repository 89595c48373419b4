import type { ActivityKind } from "../activity.ts";
import type { Day } from "../day.ts";
import type { Move } from "../moved-from.ts";
import type { ActivityView } from "./activity.ts";

/** What becomes different about a published activity; what is not named stays. */
export type ActivityChange = {
  readonly on?: Day;
  /** The same as words say it from where the activity is, which goes before a day read from today. */
  readonly from?: Move;
  /** Local wall-clock HH:MM. */
  readonly time?: string;
  /** Said in place of an hour: the hour stays where it lies in that part of the day, and is asked for otherwise. */
  readonly part?: "morning" | "afternoon" | "evening";
  readonly place?: string;
  readonly content?: string;
  /** Goes to what it is about, which stays besides. */
  readonly adds?: string;
};

/** What may be asked about changes of an activity that was published. */
export type ActivityChangeRequest =
  /** Shows what would change and whom it concerns. */
  | {
      readonly do: "activity.change-preview";
      readonly messageId: number;
      readonly activity: string;
      readonly change: ActivityChange;
    }
  /**
   * The same where no number was said, of what is planned on a day, or ahead; of several, of what is of that kind. With
   * `off` it would be called off, and why.
   */
  | {
      readonly do: "activity.change-on";
      readonly messageId: number;
      readonly heldOn?: Day;
      readonly kind?: ActivityKind;
      readonly change: ActivityChange;
      readonly off?: string;
      /** Who has not answered is to be asked again, and nothing changes. */
      readonly nudge?: true;
    }
  | { readonly do: "activity.change"; readonly activity: string; readonly change: ActivityChange }
  /** Looks for those who have not answered a notice, and asks before anybody is written to. */
  | { readonly do: "activity.nudge-preview"; readonly messageId: number; readonly activity: string }
  | { readonly do: "activity.nudge"; readonly activity: string; readonly people: readonly number[] };

/** An activity before and after a change. */
export type ChangedActivity = {
  readonly activity: ActivityView;
  readonly before: ActivityView;
  /** The new content, where that changed. */
  readonly content: string | null;
};

/** What came of a request about changes of an activity that was published. */
export type ActivityChangeOutcome =
  | (ChangedActivity & {
      readonly of: "activity.changed";
      readonly people: number;
      /** Of them those whom no channel reaches: somebody has to telephone. */
      readonly unreached: readonly string[];
      /** Deputies who are asked again, because the day is another. */
      readonly askedAgain: number;
      /** Deputies who keep their leave. */
      readonly onLeave: readonly string[];
    })
  /** Several are planned on that day; what the change would be for each of them, or why it would be called off. */
  | {
      readonly of: "activity.which-to-change";
      readonly activities: readonly ActivityView[];
      readonly changes: readonly ActivityChange[];
      readonly off?: string;
      readonly nudge?: true;
    }
  | { readonly of: "activity.all-answered"; readonly activity: ActivityView }
  | {
      readonly of: "activity.nudged";
      readonly activity: ActivityView;
      readonly count: number;
      readonly unreached: readonly string[];
    };

/** What somebody is told about changes of an activity that was published without having asked. */
export type ActivityChangeNews =
  | (ChangedActivity & {
      readonly kind: "activity.changed";
      /** The deputy has still to say whether he or she comes. */
      readonly asks: boolean;
      /** His or her wish for leave waited, and was about the old day. */
      readonly leaveWaited: boolean;
      /** Leave that was granted stands. */
      readonly hasLeave: boolean;
      /** Leave was asked for, and nobody has decided on it yet. */
      readonly leaveWaits: boolean;
    })
  | {
      readonly kind: "activity.nudged";
      readonly activity: ActivityView;
      readonly by: string;
    };

/** Why a wish about changes of an activity that was published cannot be met. */
export type ActivityChangeRefusal =
  | "activity-begun"
  | "activity-same"
  | "activity-by-sittings"
  /** Another sitting of the session, of the same kind, begins at that very moment. */
  | "activity-sitting-there"
  | "activity-no-change"
  /** A part of the day was said in which the activity is not, and no hour. */
  | "activity-no-hour"
  /** Nothing is planned on the day that was named; or, where none was, nothing of that kind is ahead. */
  | "activity-none-on"
  | "activity-none-such";
