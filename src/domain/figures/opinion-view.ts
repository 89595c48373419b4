import type { CaseState } from "../case-state.ts";
import type { Day } from "../day.ts";
import type { OpinionCategory } from "../opinion-category.ts";

/** Opinions of one category. */
export type CategoryLine = {
  readonly category: OpinionCategory;
  readonly count: number;
  readonly urgent: number;
  readonly open: number;
};

/** An opinion as a list shows it. */
export type OpinionLine = {
  readonly number: string;
  readonly category: OpinionCategory;
  readonly text: string;
  readonly urgent: boolean;
  readonly filedOn: Day;
  readonly state: CaseState;
};
