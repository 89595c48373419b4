import type { FigureBasis } from "../figures/figure-basis.ts";
import type { FiledRecord } from "./report.ts";

/** What staff may do with records of deputies they look after. */
export type VerifyRequest =
  /** Looks for records to verify, and asks before it does. */
  | { readonly do: "verify.list"; readonly messageId: number; readonly basis: FigureBasis }
  | { readonly do: "verify.mark"; readonly numbers: readonly string[] }
  | { readonly do: "verify.return"; readonly number: string; readonly reason: string };

/** What became of each number that was to be verified. */
export type Verified = {
  readonly done: readonly string[];
  readonly already: readonly string[];
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
export type VerifyRefusal = "no-reason" | "own-record" | "not-standing";
