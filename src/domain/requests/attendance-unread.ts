import type { ActivityView } from "./activity.ts";
import type { NamedMark } from "./attendance.ts";

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
  /** The numbers of those that are final: they are corrected. */
  readonly final: readonly string[];
};

/** Several are to be corrected at once: each is shown with what follows from it. */
export type OneByOne = {
  readonly of: "attendance.one-by-one";
  readonly activity: string;
  readonly marks: readonly NamedMark[];
};
