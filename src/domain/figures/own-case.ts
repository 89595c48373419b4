import type { CaseState } from "../case-state.ts";
import type { Day } from "../day.ts";
import type { OpinionCategory } from "../opinion-category.ts";

/** Where an opinion comes from: what of it lies outside the reader's subtrees is not told. */
export type CaseOrigin = {
  readonly filedOn: Day;
  /** Its own place, or else that of the visit on which it was heard. */
  readonly place: string | null;
  /** The deputy who brought it, and the record of the visit. */
  readonly deputy: string | null;
  readonly record: string | null;
};

/** An opinion or suggestion somebody brought. */
export type OwnCase = {
  readonly number: string;
  readonly what: "opinion" | "suggestion" | "motion" | "cosigned";
  readonly text: string;
  readonly category: OpinionCategory | null;
  readonly state: CaseState;
};
