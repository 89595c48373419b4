import type { Day } from "../day.ts";

/** What people see of an activity. */
export type ActivityView = {
  readonly number: string;
  readonly title: string;
  readonly on: Day;
  /** Local wall-clock HH:MM. */
  readonly time: string;
  readonly place: string | null;
};

/** What somebody is told about activities without having asked. */
export type ActivityNews = {
  readonly kind: "activity.invited";
  readonly activity: ActivityView;
  readonly content: string | null;
};

/** What can be tapped on notices and lists of activities. */
export type ActivityAct =
  | { readonly do: "activity.coming"; readonly activity: string }
  | { readonly do: "activity.leave"; readonly activity: string };
