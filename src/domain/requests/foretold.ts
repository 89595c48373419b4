import type { ActivityView } from "./activity.ts";

/** What a deputy says ahead of how long he or she will be there: comes late, or leaves before the end. */
export type Foretold = {
  readonly how: "late" | "left_early";
  /** By about how many minutes, where that was said. */
  readonly minutes?: number;
};

/** Whoever called an activity, or decides on leave from it, is told that a deputy comes late or leaves early. */
export type ForetoldNews = {
  readonly kind: "activity.foretold";
  readonly activity: ActivityView;
  readonly name: string;
  readonly foretold: Foretold;
};
