import type { Day } from "../day.ts";
import type { ActivityView } from "./activity.ts";
import type { EnterTold, ToldOutcome } from "./absence-told.ts";
import type { Foreseen, Namesake } from "./attendance.ts";
import type { LeaveReason } from "../leave-reason.ts";
import type { ObjectingQuestion } from "./objecting.ts";

/** The rule that an absence falls under, in its own words. */
export type RuleQuoted = {
  readonly text: string;
  /** Where it stands, with its article. */
  readonly source: string;
  /** What a strike leads to. People decide it. */
  readonly leadsTo: string;
};

/** Which absence a deputy objects to, in the words that were said: by its number, or by a day. */
export type Objection = {
  readonly text: string;
  readonly activity?: string;
  /** The days that the words name, of which one may be its day. */
  readonly on?: readonly Day[];
  /** The words may be an objection: it is asked about first. */
  readonly unsure?: true;
  /** Why the deputy was away, where the words say so: leave may be asked for belatedly as well. */
  readonly away?: LeaveReason;
  /** The words may as well ask for leave from what is ahead. */
  readonly ahead?: true;
};

/** What an absence becomes when an objection to it is upheld: the deputy was there, or away with good reason. */
export type UpheldAs = "present" | "leave";

/** What the office says of a deputy's absence: a name, and what tells it from others of that name. */
export type MeantAbsence = {
  /** Empty where none was said: the only one that waits. */
  readonly name: string;
  readonly activity?: string;
  readonly personId?: number;
  /** What was shown before a yes: something else is shown again. */
  readonly seen?: string;
};

/** What may be asked about absences that were told of. */
export type AbsenceRequest =
  | ({ readonly do: "absence.object" } & Objection)
  | ({
      readonly do: "absence.decide-objection";
      readonly uphold: boolean;
      /** Why, in the office's words; needed where the objection is refused. */
      readonly note: string;
      /** What an upheld one counts as; without it what the deputy's own words say. */
      readonly as?: UpheldAs;
    } & MeantAbsence)
  | EnterTold
  /** The office has looked into a deputy's absences; in its own words what people decided. */
  | ({ readonly do: "absence.close-case"; readonly note: string } & MeantAbsence);

/** What can be tapped is which absence, or whose, is meant. */
export type AbsenceAct = AbsenceRequest;

/** An absence that a deputy was told of, and whether it may be objected to: it may, somebody looks into it, or the time is over. */
export type ToldAbsence = {
  readonly activity: ActivityView;
  readonly state: "open" | "waits" | "over";
  /** The last day; null while the deputy was not told, or where nobody knows which days are worked. */
  readonly until: Day | null;
};

/** Somebody's absence at an activity. */
export type SomebodysAbsence = { readonly who: Namesake; readonly activity: ActivityView };

/** A case of absence that waits for the office: whose it is, and the absences it hangs on. */
export type OpenCase = { readonly who: Namesake; readonly activities: readonly ActivityView[] };

/** What came of a request about absences. */
export type AbsenceOutcome =
  | { readonly of: "absence.objected"; readonly activity: ActivityView }
  /** Several were told of and none is named, or one that nobody was told of. */
  | {
      readonly of: "absence.which-objected";
      readonly text: string;
      /** The number that was said, of no absence that was told of. */
      readonly unknown: string | null;
      /** The day that was said, on which no absence was that was told of. */
      readonly unknownOn?: Day;
      readonly absences: readonly ToldAbsence[];
    }
  | { readonly of: "absence.objection-late"; readonly activity: ActivityView; readonly until: Day | null }
  | {
      readonly of: "absence.objection-decided";
      readonly name: string;
      readonly upheld: boolean;
      readonly as?: UpheldAs;
      readonly activity: ActivityView;
    }
  /** Several objections wait under the name. */
  | {
      readonly of: "absence.which-objection";
      readonly request: Extract<AbsenceRequest, { do: "absence.decide-objection" }>;
      readonly waiting: readonly SomebodysAbsence[];
    }
  | ToldOutcome
  | { readonly of: "absence.case-closed"; readonly name: string; readonly count: number }
  /** Cases of several people of the name wait. */
  | {
      readonly of: "absence.which-case";
      readonly request: Extract<AbsenceRequest, { do: "absence.close-case" }>;
      readonly cases: readonly OpenCase[];
    };

/** Why a wish about absences cannot be met. */
export type AbsenceRefusal =
  | "case-none"
  | "case-no-words"
  | "objection-nothing"
  | "objection-none"
  | "objection-no-reason"
  /** Each objection is decided on by itself. */
  | "objection-one-by-one"
  | "told-none"
  | "told-which"
  | "told-wrong-day";

/** What must be said yes to, because people are told of it or a case is closed. */
export type AbsenceQuestion =
  | ObjectingQuestion
  /** An objection would be decided. */
  | (SomebodysAbsence & {
      readonly kind: "sure.objection";
      /** The deputy's words. */
      readonly text: string;
      readonly uphold: boolean;
      /** What it would count as if it is upheld. */
      readonly as?: UpheldAs;
      readonly note: string;
      /** What would follow of an absence that is none. */
      readonly foreseen: Foreseen | null;
      readonly moved: boolean;
    })
  /** A case would be closed. */
  | (OpenCase & { readonly kind: "sure.case"; readonly note: string; readonly moved: boolean });
