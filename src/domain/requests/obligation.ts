import type { Day } from "../day.ts";
import type { Page } from "../figures/figure-view.ts";
import type { Namesake } from "./attendance.ts";
import type { StaffRole } from "../person.ts";
import type { Submission, WhichReport } from "../submission.ts";

/** A file that a deputy handed in; the same shape as the message room's. */
export type HandedFile = { readonly id: string; readonly name: string; readonly type: string };

/** Whose report is meant. */
export type NamedReport = {
  /** Without it the only one that waits. */
  readonly submission?: Submission;
  readonly name: string;
  /** What tells people of one name apart, as it was said: the office's number, or a group or town. */
  readonly mark?: string;
  /** Who it is, where that is known already. */
  readonly personId?: number;
};

/** What may be asked about what deputies owe. */
export type ObligationRequest =
  /** A deputy hands in a report, as words, as files, or both. */
  | {
      readonly do: "obligation.submit";
      readonly submission: Submission;
      readonly text: string;
      readonly files: readonly HandedFile[];
      /** The obligation that was shown with these words, and said yes to. */
      readonly shown?: number;
    }
  | ({ readonly do: "obligation.accept" } & NamedReport)
  | ({ readonly do: "obligation.return"; readonly reason: string } & NamedReport)
  /** The whole of what a deputy handed in last. */
  | ({ readonly do: "obligation.read" } & NamedReport)
  /** What the speaker owes. */
  | { readonly do: "obligation.own"; readonly page?: number }
  /** Whether, and when, the speaker handed in a report of this kind; or how, by when and to whom that is done. */
  | { readonly do: "obligation.whether"; readonly submission: Submission; readonly how?: true }
  /** The speaker handed it in on paper: those who take it are told, and enter it. */
  | { readonly do: "obligation.on-paper"; readonly submission: Submission }
  /** Staff have it on paper. */
  | (NamedReport & {
      readonly do: "obligation.enter-paper";
      /** The obligation that was shown, and said yes to. */
      readonly shown?: number;
      /** It was shown that one waits which was handed in here, and that this one takes its place. */
      readonly replaces?: boolean;
    })
  /** Those who have not handed in are reminded: shown first, and then these people alone. */
  | {
      readonly do: "obligation.nudge";
      readonly submission?: Submission;
      readonly people?: readonly number[];
    }
  /** Who has not handed in, or not done enough, among those somebody looks after. */
  | {
      readonly do: "obligation.late";
      readonly submission?: Submission;
      /** Only of this, by name. */
      readonly of?: { readonly rule: string; readonly dueOn: Day };
      readonly page?: number;
    };

/** Requests that lie on buttons, as they are. */
export type ObligationAct = Extract<
  ObligationRequest,
  { do: "obligation.accept" | "obligation.return" | "obligation.read" | "obligation.enter-paper" }
>;

/** Another page of who is late, or of what the speaker owes. */
export type OwedPageAct = Extract<ObligationRequest, { do: "obligation.late" | "obligation.own" }>;

/** One obligation as its deputy sees it. */
export type OwnObligation = {
  readonly title: string;
  readonly dueOn: Day;
  readonly state: "open" | "submitted" | "returned";
  /** How many records are still missing, where they are what it asks for. */
  readonly missing?: number;
};

/** A report as it was handed in last, and what became of it. */
export type HandedIn = {
  readonly title: string;
  readonly on: Day;
  readonly decision: "accepted" | "returned" | null;
};

/** One obligation with those who still owe it. */
export type LateLine = {
  readonly rule: string;
  readonly title: string;
  readonly dueOn: Day;
  readonly names: readonly string[];
  /** How many there are in all; `names` has the first of them. */
  readonly count: number;
};

/** What came of a request about what deputies owe. */
export type ObligationOutcome =
  | {
      readonly of: "obligation.submitted";
      readonly title: string;
      readonly again: boolean;
      readonly files: number;
      /** The same is owed once more, in another seat or for another period, due on this day. */
      readonly nextDue: Day | null;
    }
  /** Nothing of this kind is owed, but these are: nothing was handed in. */
  | {
      readonly of: "obligation.not-owed";
      readonly asked: Submission;
      readonly text: string;
      readonly files: number;
      readonly owed: readonly {
        readonly submission: Submission;
        readonly title: string;
        readonly dueOn: Day;
      }[];
    }
  | {
      readonly of: "obligation.decided";
      readonly title: string;
      readonly name: string;
      readonly accepted: boolean;
      /** It had been taken, and is owed again. */
      readonly wasAccepted?: true;
    }
  | {
      readonly of: "obligation.text";
      readonly submission: Submission;
      /** Whose it is; null for the reader's own, on which others decide. */
      readonly personId: number | null;
      readonly title: string;
      readonly name: string;
      readonly text: string;
      readonly files: readonly HandedFile[];
    }
  /** Several of one name handed it in: which of them is meant. */
  | {
      readonly of: "obligation.which";
      readonly asked: Exclude<ObligationAct, { do: "obligation.enter-paper" }>;
      readonly people: readonly (Namesake & Partial<WhichReport>)[];
    }
  /** Who takes it was told, where there is somebody, and enters it. */
  | {
      readonly of: "obligation.on-paper";
      readonly title: string;
      readonly to: StaffRole;
      readonly told: boolean;
    }
  | {
      readonly of: "obligation.which-paper";
      readonly reports: readonly (Namesake & WhichReport)[];
    }
  | { readonly of: "obligation.paper-entered"; readonly title: string; readonly name: string }
  /** `before`: so many more are reminded that day already, and are not again. */
  | { readonly of: "obligation.nudged"; readonly count: number; readonly before: number }
  /** `owed`: the first that is still to be handed in. */
  | {
      readonly of: "obligation.whether";
      readonly submission: Submission;
      readonly last: HandedIn | null;
      readonly owed: OwnObligation | null;
      /** Who takes it, where it was asked how that is done. */
      readonly how?: StaffRole;
    }
  | { readonly of: "obligation.owned"; readonly lines: Page<OwnObligation> }
  | {
      readonly of: "obligation.late";
      readonly submission?: Submission;
      readonly lines: Page<LateLine>;
      /** Handed in and waiting for the speaker's word. */
      readonly waiting: number;
      /** Taken already, of the one kind that was asked about, as is due now. */
      readonly taken?: number;
    }
  /** Everybody who still owes one thing. */
  | {
      readonly of: "obligation.late-names";
      readonly rule: string;
      readonly title: string;
      readonly dueOn: Day;
      readonly names: Page<string>;
    }
  /** Nobody there was ever to hand in this; `atTermEnd`: it comes with the end of a term, which is not on file. */
  | {
      readonly of: "obligation.none-of-kind";
      readonly submission: Submission;
      readonly atTermEnd: boolean;
    };
