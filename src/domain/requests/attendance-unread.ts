import type { ActivityView } from "./activity.ts";

/** Names of whom nobody was called to an activity, or several were. */
export type NamesUnknown = {
  readonly of: "attendance.names-unknown";
  readonly activity: ActivityView;
  readonly names: readonly string[];
};

/** Several activities were on the day that was named: which one the words are about. */
export type WhichAttended = {
  readonly of: "attendance.which-activity";
  readonly activities: readonly ActivityView[];
  readonly words: string;
};
