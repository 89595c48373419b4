import type { Page } from "../figures/figure-view.ts";

/** What somebody may ask about the data that is kept about himself, and what the office does about it. */
export type OwnDataRequest =
  /** Asks for a copy of what is stored about him. */
  | { readonly do: "data.export"; readonly messageId: number }
  /** Looks first at what would be erased, and what the law keeps. */
  | (ErasureWish & { readonly do: "data.erase-preview"; readonly messageId: number })
  | (ErasureWish & { readonly do: "data.erase" })
  /** Wants something put right, in his own words. */
  | { readonly do: "data.correct"; readonly messageId: number; readonly wish: string }
  /** Staff look at what waits for an answer. */
  | { readonly do: "data.corrections"; readonly page: number }
  | { readonly do: "data.answer"; readonly id: number; readonly answer: string };

/** Whether somebody asks for his data to be erased, or takes back his consent, from which the same follows (art. 47). */
export type ErasureReason = "erase" | "withdraw";

/** Why it goes, and whether a resident wants the words of his opinions gone too; that there were some still counts. */
export type ErasureWish = { readonly why: ErasureReason; readonly opinions?: true };

/** How much of each class goes, or went. */
export type ErasedOwn = {
  /** Messages either way, whose words are emptied. */
  readonly messages: number;
  /** Files that belong to no record, opinion or report. */
  readonly files: number;
  /** How a resident can be reached about his own opinions. */
  readonly contacts: number;
  /** A resident's own opinions whose words go, which is only at an express wish. */
  readonly opinions: number;
  /** What was said about the program. */
  readonly feedback: number;
  /** What was wished to be put right, with the answers. */
  readonly corrections: number;
  /** Words given as the reason for leave, and those of objections that were decided on. */
  readonly reasons: number;
  /** A telephone of the roster, of somebody who serves no more. */
  readonly phones: number;
  /** The authenticator of somebody who serves no more. */
  readonly factors: number;
  readonly accounts: number;
};

/** What stays although its person asks for erasure: files of the office, by law (art. 47, Deputies Law art. 58). */
export type KeptByLaw = {
  readonly records: number;
  readonly attendances: number;
  readonly opinions: number;
  readonly suggestions: number;
  readonly submissions: number;
  /** Reasons and objections that somebody has to decide on still. */
  readonly undecided: number;
  /** Files with records, opinions and reports that stay. */
  readonly files: number;
  /** The roster's telephone of somebody who serves still. */
  readonly phones: number;
  /** The authenticator of somebody who serves still: whoever sits at his open session could put it off otherwise. */
  readonly factors: number;
};

/** A wish to have something put right, as staff see it. */
export type CorrectionLine = { readonly id: number; readonly name: string; readonly wish: string };

/** What came of a request about one's own data. */
export type OwnDataOutcome =
  /** A copy is being made; it comes when it is ready. */
  | { readonly of: "data.export-begun" }
  | {
      readonly of: "data.erased";
      readonly why: ErasureReason;
      readonly erased: ErasedOwn;
      readonly kept: KeptByLaw;
    }
  | { readonly of: "data.correction-asked"; readonly wish: string }
  | { readonly of: "data.corrections"; readonly lines: Page<CorrectionLine> }
  | { readonly of: "data.answered"; readonly id: number; readonly name: string };

/** `data-correction-unknown` also stands for what is one's own or lies elsewhere. */
export type OwnDataRefusal = "data-correction-unknown" | "data-answer-missing";

/** What the person is told of his copy once it was made or could not be. */
export type OwnCopyNews =
  | {
      readonly kind: "data.exported";
      /** The copy, as it lies in the files of the conversation; the same shape as the message room's. */
      readonly file: { readonly id: string; readonly name: string; readonly type: string };
      /** How many of the person's files are in it, and how many were too large. */
      readonly files: number;
      readonly left: number;
    }
  | { readonly kind: "data.export-failed" };

/** What the office, and then the person, is told of a wish to have something put right. */
export type OwnDataNews =
  /** Somebody wants something put right. */
  | { readonly kind: "data.correction-waits"; readonly id: number; readonly name: string }
  /** What became of it. */
  | { readonly kind: "data.correction-came"; readonly wish: string; readonly answer: string };
