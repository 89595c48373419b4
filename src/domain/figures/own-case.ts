import type { CaseState } from "../case-state.ts";
import type { OpinionCategory } from "../opinion-category.ts";

/** An opinion or suggestion somebody brought. */
export type OwnCase = {
  readonly number: string;
  readonly what: "opinion" | "suggestion" | "motion" | "cosigned";
  readonly text: string;
  readonly category: OpinionCategory | null;
  readonly state: CaseState;
};
