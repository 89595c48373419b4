import type { Day } from "../day.ts";
import type { DutyKind } from "../duty-kind.ts";
import type { Amendment } from "./amendment.ts";

/** What somebody filed: a record, an opinion, or a suggestion. */
export type FilingSort = "record" | "opinion" | "suggestion";

/** What one's own filings are looked for by; nothing at all means the latest. */
export type FilingLike = {
  readonly numbers?: readonly string[];
  readonly of?: FilingSort;
  readonly kind?: DutyKind;
  /** Days on which duty was done, or an opinion was brought; both included. */
  readonly from?: Day;
  readonly to?: Day;
  readonly place?: string;
  /** What the speaker wrote down for this deputy, who has not spoken on it. */
  readonly person?: string;
  /** One of those of the last message, if one of them is like this. */
  readonly last?: true;
};

/** A filing in one line. */
export type FilingLine = {
  readonly of: FilingSort;
  readonly number: string;
  /** The kind of a record, the category of an opinion, the title of a suggestion. */
  readonly what: string;
  readonly on: Day;
  readonly place: string | null;
};

/** Looks for filings that words may mean, and shows them; nothing is changed. */
export type FilingRequest = {
  readonly do: "report.which";
  readonly like: FilingLike;
  /** Where nothing is like it, nothing else is meant either. */
  readonly only?: true;
};

/** What came of a request about what somebody filed. */
export type FilingOutcome = {
  readonly of: "report.which";
  readonly filings: readonly FilingLine[];
  /** False where nothing was like it, and the latest are shown instead, or none where nothing else can be meant. */
  readonly found: boolean;
  /** They are not to be taken back: one of them is to say this. */
  readonly amendment?: Amendment;
};
