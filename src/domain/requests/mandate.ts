import type { Day } from "../day.ts";
import type { MandateChange } from "../mandate-change.ts";

/** What staff can have registered by chat. */
export type AskedChange = Exclude<MandateChange, "import">;

/** Whose congress a mandate is in. */
export type Level = "district" | "township";

/** Which deputies of the old term were elected again: these, or all but these. */
export type Reelected = { readonly all: boolean; readonly names: readonly string[] };

/** A change of mandates as far as it was said. Names and organisations are in the words that were used. */
export type MandateDraft = {
  readonly change: AskedChange;
  readonly names: readonly string[];
  /** In the order of the text; where a deputy goes comes last. */
  readonly orgs: readonly string[];
  readonly code?: string;
  readonly level?: Level;
  readonly term?: string;
  readonly constituency?: string;
  /** The first day on which it is different: the day after the last in office, where somebody leaves. */
  readonly on?: Day;
  /** Last day of a suspension, included. */
  readonly to?: Day;
  readonly reason?: string;
  readonly again?: Reelected;
};

/** Whom or what the words mean, once it had to be asked. */
export type MandateChoice = {
  /** A person on file whom a by-election concerns; null for somebody new. */
  readonly personId?: number;
  readonly mandateId?: number;
  readonly orgId?: number;
};

/** A change with everything that has to be said. */
export type MandatePlan = MandateDraft & MandateChoice & { readonly on: Day };

/** The same before its day was asked for: whether there is anything to change is known without it. */
export type UndatedPlan = Omit<MandateDraft, "on"> & MandateChoice & { readonly on?: never };

/** Which change somebody wants undone: that one, the last about a person, the last new term, or the speaker's last. */
export type WantedUndo = {
  readonly changeId?: number;
  readonly name?: string;
  readonly newTerm?: true;
};

/** What may be asked about mandates. */
export type MandateRequest =
  /** Looks up who is meant and what follows, and asks before anything is done. */
  | { readonly do: "mandate.preview"; readonly messageId: number; readonly plan: MandatePlan | UndatedPlan }
  | { readonly do: "mandate.change"; readonly plan: MandatePlan }
  /** Looks up what was registered last, about somebody or by the speaker, and asks whether it is to be undone. */
  | ({ readonly do: "mandate.undo-preview" } & WantedUndo)
  | { readonly do: "mandate.undo"; readonly changeId: number };

/** What can be tapped is one of several that a name may mean, or the change that is to be undone. */
export type MandateAct = Extract<MandateRequest, { do: "mandate.preview" | "mandate.undo-preview" }>;

/** A seat in words that people know. */
export type SeatView = {
  readonly level: Level;
  readonly term: string;
  readonly township: string | null;
  readonly group: string | null;
  readonly station: string | null;
  readonly constituency: string | null;
};

/** What a change does, as it is shown before and told after. */
export type MandateView = {
  readonly change: AskedChange;
  readonly name: string;
  readonly code: string | null;
  readonly on: Day;
  readonly to: Day | null;
  readonly seat: SeatView;
  /** Where a transfer leads. */
  readonly target: SeatView | null;
  readonly reason: string | null;
  /** The deputy's records, suggestions and opinions of the day it begins and later. */
  readonly later: number;
  /** How many of these went along to the mandate that began; there once it is registered. */
  readonly moved?: number;
  /** A by-election of somebody whom nobody knew. */
  readonly isNew: boolean;
  /** For a new term: how many leave, and who was elected again. */
  readonly leaving: number;
  readonly again: readonly string[];
  /** Groups that are led no longer by those who leave: the group and its leader's name. */
  readonly leads?: readonly { readonly group: string; readonly name: string }[];
  /** Seats registered for later that end with it: the term and the day each would have begun. */
  readonly alsoEnds?: readonly { readonly term: string; readonly from: Day }[];
  /** Seats of a transfer registered for later that rest or are resumed with it: where, and from which day on. */
  readonly along?: readonly { readonly seat: SeatView; readonly from: Day }[];
};

/** One of several whom a name may mean. */
export type MandateCandidate = MandateChoice & {
  readonly name: string;
  readonly code: string | null;
  readonly seat: SeatView | null;
  /** A role held, for somebody who is no deputy. */
  readonly role: string | null;
};

/** What came of a request about mandates. */
export type MandateOutcome =
  | {
      readonly of: "mandate.which";
      readonly messageId: number;
      readonly plan: MandatePlan;
      readonly candidates: readonly MandateCandidate[];
    }
  | {
      readonly of: "mandate.which-org";
      readonly messageId: number;
      readonly plan: MandatePlan;
      readonly orgs: readonly { readonly id: number; readonly name: string }[];
    }
  | {
      readonly of: "mandate.changed";
      readonly view: MandateView;
      /** What it is undone by. */
      readonly changeId: number;
      /** How many of those concerned no channel reaches. */
      readonly unreached: number;
    }
  /** Something was changed since in one of its mandates, and has to be undone first. */
  | { readonly of: "mandate.undo-newer"; readonly newer: NewerChange }
  | { readonly of: "mandate.undone"; readonly view: MandateView; readonly unreached: number }
  | { readonly of: "mandate.unknown-names"; readonly names: readonly string[] };

/** There is something to change on some day, and it has to be said on which. */
export type MandateDayWanted = {
  readonly of: "mandate.day-wanted";
  readonly messageId: number;
  readonly draft: MandateDraft;
};

/** A change that was registered after another, in one of its mandates. */
export type NewerChange = {
  readonly changeId: number;
  readonly change: MandateChange;
  readonly name: string;
  readonly on: Day;
};

type MandateTold = { readonly view: MandateView; readonly by: string };

/** What somebody is told about mandates without having asked. */
export type MandateNews =
  /** The deputy's own mandate changed. */
  | ({ readonly kind: "mandate.own" } & MandateTold)
  /** That of a deputy whom the reader looks after. */
  | ({ readonly kind: "mandate.other" } & MandateTold)
  /** A change that the reader was told of had been registered by mistake, and is undone. */
  | ({ readonly kind: "mandate.own-undone" } & MandateTold)
  | ({ readonly kind: "mandate.other-undone" } & MandateTold);

/** Why a change cannot be registered. */
export type MandateRefusal =
  | "mandate-nobody"
  | "mandate-own"
  /** A resignation or a termination is registered already. */
  | "mandate-ended"
  | "mandate-one-by-one"
  | "mandate-in-office"
  | "mandate-rests-already"
  | "mandate-rests-not"
  | "mandate-no-org"
  | "mandate-same-seat"
  | "mandate-other-township"
  | "mandate-no-term"
  | "mandate-same-term"
  /** Those who sit in the old term have seats from that day on already. */
  | "mandate-term-stands"
  | "mandate-day"
  | "mandate-code-taken"
  | "mandate-moved-on"
  /** Nothing to undo; also stands for what lies elsewhere. */
  | "mandate-undo-none"
  | "mandate-undo-late"
  | "mandate-undo-used";
