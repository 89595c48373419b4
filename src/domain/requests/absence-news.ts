import type { Day } from "../day.ts";
import type { RuleQuoted } from "./absence.ts";
import type { AtTheTime } from "./absence-told.ts";
import type { ActivityView } from "./activity.ts";
import type { Namesake } from "./attendance.ts";

/** What is said of absences without having been asked. All of it is for one person's eyes. */
export type AbsenceNews =
  /** An absence that a rule counts, and no strike yet. */
  | (AtTheTime & {
      readonly kind: "absence.warned";
      readonly activity: ActivityView;
      readonly rule: RuleQuoted;
      /** Which one in the window it is. */
      readonly level: number;
      /** How many in the window make a strike. */
      readonly strikeAt: number;
      /** So many sittings of one session missed are the session missed: which they were. */
      readonly converted?: { readonly times: number; readonly sittings: readonly ActivityView[] };
      /** Last day for an objection; null where nobody knows which days are worked. */
      readonly objectBy: Day | null;
    })
  /** A strike, to the deputy: staff will look into it. */
  | (AtTheTime & {
      readonly kind: "absence.struck";
      readonly activities: readonly ActivityView[];
      readonly rule: RuleQuoted;
      readonly objectBy: Day | null;
    })
  /** The same, to the office: a case to look into, no verdict. */
  | (AtTheTime & {
      readonly kind: "absence.case";
      readonly who: Omit<Namesake, "personId">;
      readonly activities: readonly ActivityView[];
      readonly rule: RuleQuoted;
      /** What the district does first, in order; none where the law itself says what follows. */
      readonly steps: readonly string[];
    })
  /** A notice whose ground is gone. */
  | {
      readonly kind: "absence.withdrawn";
      readonly activity: ActivityView;
      readonly strike: boolean;
      /** The absence still counts, only no longer as a strike. */
      readonly stands: boolean;
      /** Only because belated leave waits for a decision. */
      readonly pending?: true;
    }
  /** To the deputy, before the last day: words that were to object to an absence still wait for a tap. */
  | {
      readonly kind: "absence.unsaid";
      readonly activity: ActivityView;
      readonly text: string;
      readonly objectBy: Day;
    }
  /** To the office, ahead: whoever is told of an absence from a day on has no last day for an objection. */
  | { readonly kind: "absence.no-end-ahead"; readonly from: Day; readonly year: number }
  /** To the office: the last day for objections to these absences is not known. */
  | {
      readonly kind: "absence.no-end";
      readonly activity: ActivityView;
      readonly names: readonly string[];
      readonly year: number;
    }
  | {
      readonly kind: "absence.case-withdrawn";
      readonly name: string;
      readonly activity: ActivityView;
      /** Only because belated leave waits for a decision. */
      readonly pending?: true;
    };
