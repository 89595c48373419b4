import type { FigureBasis } from "../figures/figure-basis.ts";
import type { RecordLine } from "../figures/figure-view.ts";
import type { FiledRecord } from "./report.ts";

/** What is left out of a list: what these deputies did, and these records. */
export type LeftOut = { readonly people: readonly string[]; readonly numbers: readonly string[] };

/** What a list showed, so that a yes means just that; what is left of it is shown next. */
export type ShownList = {
  /** A mark of each record as it was shown, in the order of the numbers. */
  readonly sights: readonly string[];
  readonly basis: FigureBasis;
  readonly without?: LeftOut;
};

/** What staff may do with records of deputies they look after. */
export type VerifyRequest =
  /** Looks for records to verify, and asks before it does. */
  | {
      readonly do: "verify.list";
      readonly messageId: number;
      readonly basis: FigureBasis;
      readonly without?: LeftOut;
    }
  | { readonly do: "verify.mark"; readonly numbers: readonly string[]; readonly shown?: ShownList }
  | {
      readonly do: "verify.return";
      readonly number: string;
      readonly reason: string;
      /** Shows what would go back before it does. */
      readonly ask?: true;
      /** What was shown: something else is shown again. */
      readonly seen?: string;
    }
  | ReturnAllRequest;

/** Returning several at once. */
export type ReturnAllRequest =
  /** Looks for records to send back, all for one reason, and asks before it does: those named, or those to verify. */
  | {
      readonly do: "verify.return-list";
      readonly which: { readonly numbers: readonly string[] } | { readonly basis: FigureBasis };
      readonly reason: string;
      /** One alone is meant: where there are several it is asked which. */
      readonly one?: true;
    }
  /** Only what was shown, and only what is still as it was shown. */
  | {
      readonly do: "verify.return-all";
      readonly numbers: readonly string[];
      /** A mark of each as it was shown, in the order of the numbers. */
      readonly sights?: readonly string[];
      readonly reason: string;
    };

/** What became of each number that was to be verified. */
export type Verified = {
  readonly done: readonly string[];
  readonly already: readonly string[];
  /** Who had verified those, by name. */
  readonly alreadyBy: readonly string[];
  /** Not what was shown any more. */
  readonly changed: readonly string[];
  /** What a single number stood for. */
  readonly one: RecordLine | null;
  /** The verifier's own, or one in which he or she took part. */
  readonly own: readonly string[];
  /** Entered by staff; the deputy's word is still awaited. */
  readonly waiting: readonly string[];
  /** Not there, elsewhere, or withdrawn. */
  readonly unknown: readonly string[];
};

/** What came of a request about verifying records. */
export type VerifyOutcome =
  | ({ readonly of: "verify.marked" } & Verified)
  | {
      readonly of: "verify.returned";
      readonly record: FiledRecord;
      readonly name: string;
      readonly reason: string;
    }
  | {
      readonly of: "verify.returned-all";
      readonly done: readonly string[];
      /** Changed, verified or returned by others since they were shown, or not there. */
      readonly left: readonly string[];
      readonly reason: string;
    }
  /** Somebody was quicker. */
  | { readonly of: "verify.back-already"; readonly record: FiledRecord; readonly by: string | null }
  /** Several records may be meant, and only one goes back. */
  | {
      readonly of: "verify.which";
      readonly records: readonly RecordLine[];
      readonly left: number;
      readonly reason: string;
    }
  | { readonly of: "verify.none" };

/** What somebody is told about verifying records without having asked. */
export type VerifyNews =
  /** A deputy's record came back. */
  {
    readonly kind: "verify.came-back";
    readonly record: FiledRecord;
    readonly by: string;
    readonly reason: string;
  };

/** Why a wish about verifying records cannot be met. */
export type VerifyRefusal = "no-reason" | "own-record";
