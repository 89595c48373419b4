import type { Counts } from "../count-unit.ts";
import type { Day } from "../day.ts";
import type { OpinionDraft, ReportDraft } from "../draft.ts";
import type { DutyKind } from "../duty-kind.ts";
import type { OpinionCategory } from "../opinion-category.ts";
import type { Amendment, Change, CountedBefore } from "./amendment.ts";
import type { CompanionsAmended } from "./companions-amended.ts";
import type { FilingLike } from "./filing.ts";
import type { EnteredRefusal } from "./entered-refusal.ts";
import type { DayRefusal, LeftOfFiling } from "./left-of-filing.ts";
import type { SuggestionRefusal } from "./suggestion.ts";

/** Fields of a card that can be asked about or changed. */
export const CARD_FIELDS = [
  "kind",
  "date",
  "end",
  "time",
  "place",
  "with",
  "count",
  "text",
  "category",
] as const;

/** A field of a card. */
export type CardField = (typeof CARD_FIELDS)[number];

/** What can be tapped on a report's card. `item` counts the card's records first, then its opinions. */
export type ReportAct =
  | { readonly do: "card.confirm"; readonly card: string }
  | { readonly do: "card.drop"; readonly card: string }
  | { readonly do: "card.edit"; readonly card: string }
  | {
      readonly do: "card.edit-field";
      readonly card: string;
      readonly item: number;
      readonly field: CardField;
    }
  | {
      readonly do: "card.answer";
      readonly card: string;
      readonly item: number;
      readonly field: CardField;
      readonly value: string;
    }
  /** Of several items it is the one that is put right. */
  | {
      readonly do: "card.amend";
      readonly card: string;
      readonly item: number;
      readonly amendment: Amendment;
    }
  /** What is told is another than what is shown. */
  | { readonly do: "card.another"; readonly card: string }
  /** What was said of a resident's matter comes onto the card as an opinion. */
  | { readonly do: "card.heard"; readonly card: string }
  /** One of the names that may have been meant took part. */
  | { readonly do: "card.companion"; readonly card: string; readonly said: string; readonly name: string }
  | { readonly do: "card.intent"; readonly card: string; readonly intent: "report" | "opinion" | "chat" };

/** A change of the record with this number, or of the one that is `like` this; without either, of what was filed last. */
export type AmendRequest = {
  readonly do: "report.amend";
  readonly number?: string;
  /** Several that are like it, or none, are asked about; nothing in it means that it is asked in any case. */
  readonly like?: FilingLike;
  /** What the words say that was counted before: a record that says so is meant before one that does not. */
  readonly was?: CountedBefore;
  readonly amendment: Amendment;
};

/** What may be asked about reports. */
export type ReportRequest =
  | {
      readonly do: "report.file";
      readonly messageId: number;
      readonly reports: readonly ReportDraft[];
      readonly opinions: readonly OpinionDraft[];
      readonly onBehalf?: string;
      /** The speaker knows that a similar record stands and wants this one as well. */
      readonly again?: true;
      /** The number of a colleague's record: the one that is filed tells of the same occasion. */
      readonly together?: string;
      /** The number of the record that stands already, on which the opinions were heard; null: on none of `reports`. */
      readonly heardOn?: string | null;
      /** Ids of files of the speaker's own conversation; they lie on the first record, or else the first opinion. */
      readonly files?: readonly string[];
      /** The message that said yes: what cannot be filed as it is goes on under it. */
      readonly yes?: number;
    }
  | {
      readonly do: "opinion.leave";
      readonly messageId: number;
      readonly opinions: readonly OpinionDraft[];
      readonly files?: readonly string[];
    }
  /** Without a number: what was filed last. */
  | { readonly do: "report.withdraw"; readonly number?: string }
  | AmendRequest
  /** The message that a record was filed of says this now; `sure` once the changes were shown. */
  | {
      readonly do: "report.edit";
      readonly messageId: number;
      readonly number: string;
      readonly draft: ReportDraft;
      /** It holds opinions as well. */
      readonly opinions?: true;
      readonly sure?: true;
    };

/** A duty record that was filed, as its receipt names it. */
export type FiledRecord = {
  readonly number: string;
  readonly kind: DutyKind;
  readonly date: Day;
  /** Of several days the last. */
  readonly end?: Day;
};

/** A record with what it can be known by. */
export type SimilarRecord = FiledRecord & {
  readonly place?: string | null;
  readonly counts?: Counts;
  /** The colleague whose record it is, where that names the deputy as a companion and has no answer yet. */
  readonly by?: string;
};

/** An opinion that was filed, as its receipt names it; `urgent` ones also go to who is on call. */
export type FiledOpinion = {
  readonly number: string;
  readonly text: string;
  readonly category: OpinionCategory;
  readonly urgent: boolean;
};

/** What came of a request about reports. */
export type ReportOutcome =
  | {
      readonly of: "report.file";
      readonly records: readonly FiledRecord[];
      readonly opinions: readonly FiledOpinion[];
      /** Whose records they are, where that is not the speaker. */
      readonly for?: string;
      /** How many files lie with it. */
      readonly files?: number;
      /** Records whose days were refused: none of them is filed, and nothing of them is lost. */
      readonly left?: LeftOfFiling;
    }
  | { readonly of: "opinion.leave"; readonly opinions: readonly FiledOpinion[]; readonly files?: number }
  | {
      readonly of: "report.withdraw";
      readonly numbers: readonly string[];
      /** After the free hours: the township's staff are told. */
      readonly late?: true;
      /** It was a name under a colleague's suggestion. */
      readonly cosigned?: true;
      /** For whom the speaker had written it down. */
      readonly entered?: readonly string[];
    }
  | {
      readonly of: "report.amend";
      readonly record: FiledRecord;
      /** What it says now, as it is kept; of several changes the last, and nothing where nothing was to be changed. */
      readonly now?: Amendment;
      /** All that it counts now. */
      readonly counts?: Counts;
      /** What the same words asked for beside it and could not be: it stands as it was. */
      readonly left?: readonly Change[];
      /** It said so already. */
      readonly same?: true;
      readonly companions?: CompanionsAmended;
    };

/** Why a wish about reports cannot be met. */
export type ReportRefusal =
  | DayRefusal
  | EnteredRefusal
  | "no-such-person"
  | "nothing-to-withdraw"
  | "already-verified"
  | "too-late-to-withdraw"
  /** A resident's opinion, which is handled and kept. */
  | "handed-in"
  | "no-such-record"
  /** Nothing that the speaker filed was ever changed. */
  | "never-changed"
  | "not-returned"
  | "not-restored"
  | "no-such-case"
  | "origin-withdrawn"
  | "which-record"
  | "not-a-correction"
  /** This year's day is still to come, and last year's was not named. */
  | "which-year"
  | "origin-returned"
  | SuggestionRefusal;
