import type { Day } from "../day.ts";
import type { ActivityView } from "./activity.ts";

/** The rule that an absence falls under, in its own words. */
export type RuleQuoted = {
  readonly text: string;
  /** Where it stands, with its article. */
  readonly source: string;
  /** What a strike leads to. People decide it. */
  readonly leadsTo: string;
};

/** What is said of absences without having been asked. All of it is for one person's eyes. */
export type AbsenceNews =
  /** An absence that a rule counts, and no strike yet. */
  | {
      readonly kind: "absence.warned";
      readonly activity: ActivityView;
      readonly rule: RuleQuoted;
      /** Which one in the window it is. */
      readonly level: number;
      /** How many in the window make a strike. */
      readonly strikeAt: number;
      /** Last day for an objection; null where nobody knows which days are worked. */
      readonly objectBy: Day | null;
    }
  /** A strike, to the deputy: staff will look into it. */
  | {
      readonly kind: "absence.struck";
      readonly activities: readonly ActivityView[];
      readonly rule: RuleQuoted;
      readonly objectBy: Day | null;
    }
  /** The same, to the office: a case to look into, no verdict. */
  | {
      readonly kind: "absence.case";
      readonly name: string;
      readonly activities: readonly ActivityView[];
      readonly rule: RuleQuoted;
      /** What the district does first, in order; none where the law itself says what follows. */
      readonly steps: readonly string[];
    }
  /** A notice whose ground is gone. */
  | {
      readonly kind: "absence.withdrawn";
      readonly activity: ActivityView;
      readonly strike: boolean;
      /** The absence still counts, only no longer as a strike. */
      readonly stands: boolean;
    }
  | { readonly kind: "absence.case-withdrawn"; readonly name: string; readonly activity: ActivityView };
