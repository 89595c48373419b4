import type { FigurePeriod } from "../figures/figure-period.ts";
import type { Page } from "../figures/figure-view.ts";
import type { ActivityView } from "./activity.ts";
import type { UndatedView } from "./undated.ts";

/** What lies ahead for a deputy, or for the deputies somebody looks after; of a period where one was named. */
export type ListActivities = {
  readonly do: "activity.list";
  readonly within?: FigurePeriod;
  readonly page?: number;
};

/** What lies ahead, with a deputy's own answer, or for staff with how many have not answered yet. */
export type ListedActivity = ActivityView & { readonly answer: string | null; readonly silent?: number };

/** What came of it. */
export type ListedActivities = {
  readonly of: "activity.listed";
  /** The period that was asked for. */
  readonly within?: FigurePeriod;
  /** First what has a day, then, for staff only, what is planned without one. */
  readonly lines: Page<ListedActivity | UndatedView>;
  /** How many of all have a day, and how many have none yet. */
  readonly dated: number;
  readonly undated: number;
};
