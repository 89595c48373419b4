import type { CountUnit } from "#src/domain/count-unit.ts";
import type { Day } from "#src/domain/day.ts";
import type { OpinionDraft, ReportDraft } from "#src/domain/draft.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { LeaveReason } from "#src/domain/leave-reason.ts";
import type { Unsuited } from "#src/domain/unsuited.ts";

export const INTENTS = [
  "report",
  "opinion",
  "suggestion",
  "leave",
  "query",
  "correction",
  "withdraw",
  "satisfaction",
  "command",
  "chat",
] as const;

/** What a message wants; `chat` where it wants nothing that is kept. */
export type Intent = (typeof INTENTS)[number];

/** Names of fields that may be asked about; the closed list of the exchange format. */
export const ASKABLE = [
  "intent",
  "kind",
  "date",
  "end",
  "time",
  "place",
  "with",
  "count",
  "text",
  "category",
  "urgent",
  "title",
  "role",
  "person",
  "reason",
  "value",
  "org",
  "from",
  "to",
] as const;

/** A field that the dialog may ask one short question about. */
export type Askable = (typeof ASKABLE)[number];

export const QUERY_NAMES = [
  "my_score",
  "my_reports",
  "my_attendance",
  "my_opinions",
  "my_archive",
  "upcoming_activities",
  "deadlines",
  "rules",
  "help",
  "stats",
  "missing_reports",
  "absences",
  "deputy_profile",
  "opinion_backlog",
  "opinion_stats",
  "assessment",
  "export",
] as const;

/** A figure or list that can be asked for. */
export type QueryName = (typeof QUERY_NAMES)[number];

/** A question as it was said: names as the register has them, `from` and `to` both included. */
export type Query = {
  readonly name: QueryName;
  readonly org?: string;
  readonly person?: string;
  readonly kind?: DutyKind;
  readonly from?: Day;
  readonly to?: Day;
  readonly min?: number;
  readonly overdue?: true;
};

/** One field of a card or record, and what it is to be instead. */
export type Correction =
  | { readonly field: CountUnit; readonly value: number }
  | {
      readonly field: "kind" | "date" | "end" | "time" | "place" | "text" | "category";
      readonly value: string;
    }
  /** Names with 、 between them; `more` where they come to those who were named before. */
  | { readonly field: "with"; readonly value: string; readonly more?: true };

/** A field that is said to be wrong, without what it should be: that is asked. */
export type WrongField = { readonly field: Correction["field"]; readonly value?: undefined };

/** What somebody thinks of the answer to an opinion or suggestion. */
export type Satisfaction = "satisfied" | "basically_satisfied" | "dissatisfied";

/** What a message says, in the exchange format: what is not certain is named in `ask`, never silently guessed. */
export type Understanding = {
  readonly intent: Intent;
  readonly reports: readonly ReportDraft[];
  readonly opinions: readonly OpinionDraft[];
  readonly suggestion?: {
    readonly title: string;
    readonly role: "lead" | "cosign";
    readonly person?: string;
    readonly motion?: true;
  };
  readonly leave?: { readonly date: Day; readonly reason: LeaveReason };
  readonly query?: Query;
  readonly onBehalf?: string;
  readonly correction?: Correction | WrongField;
  readonly satisfaction?: { readonly value: Satisfaction };
  readonly ask: readonly Askable[];
  /** What the message holds that should not be kept as it is; only where there is any. */
  readonly sensitive?: readonly Sensitive[];
  /** Why what is wished for is none for a suggestion; only of suggestions and opinions. */
  readonly unsuited?: Unsuited;
};

/** What a message should not hold, so that the dialog can hide or refuse it. */
export type SensitiveKind = "id_number" | "bank_card" | "phone" | "medical" | "child_name" | "secret";

/** Where in the message, as typed, something stands that should not be there. */
export type Sensitive = { readonly what: SensitiveKind; readonly index: number; readonly length: number };

/** What the reader may know: the moment of the message and the names that are in use. Nothing else is looked up. */
export type ReadingContext = {
  /** The moment of the message. Days are those of `zone`. */
  readonly at: Date;
  /** IANA time zone, Asia/Shanghai unless the district says otherwise. */
  readonly zone: string;
  /** Names of deputies other than the speaker. */
  readonly people: readonly string[];
  /** Known places and organisations. */
  readonly places: readonly string[];
};
