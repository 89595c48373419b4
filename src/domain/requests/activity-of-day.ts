import type { AttendedKind } from "../activity.ts";
import type { Day } from "../day.ts";
import type { ActivityView } from "./activity.ts";
import type { ShowActivity } from "./activity-shown.ts";
import type { EnterNotice } from "./enter-notice.ts";

/** What may be wanted of an activity that is named by its day. */
export type WantedOfDay =
  | Omit<EnterNotice, "activity">
  | { readonly do: "activity.nudge-preview"; readonly messageId: number }
  | { readonly do: "attendance.finalise" }
  | Omit<ShowActivity, "activity">;

/** The activity that words mean without its number. */
export type MeantActivity = {
  /** The day they name, and, where that may be another, the one it may be as well. Without any it is ahead. */
  readonly days: readonly Day[];
  /** The kinds that their word for it may stand for. */
  readonly kinds?: readonly AttendedKind[];
  readonly part?: "morning" | "afternoon" | "evening";
  /** The one that was shown last: of several it is this one. */
  readonly last?: string;
};

/** Finds the activity that is meant, and does with it what is wanted; where it is not sure which, that is asked. */
export type ActivityOfDay = MeantActivity & { readonly do: "activity.of-day"; readonly wanted: WantedOfDay };

/** Several may be meant, or one that is not quite what was named. */
export type WhichOfDay = {
  readonly of: "activity.which-of-day";
  readonly activities: readonly ActivityView[];
  readonly wanted: WantedOfDay;
};
