import type { AttendanceStatus } from "../activity.ts";
import type { ActivityView } from "./activity.ts";
import type { FilingLine } from "./filing.ts";
import type { FiledRecord, SimilarRecord } from "./report.ts";

/** What a deputy says of an own record that does not stand: that it is right as it was, or that it is wanted back. */
export type ReopenRequest =
  /** Of a record that staff sent back: it goes back to them with these words. Without a number of the only one. */
  | {
      readonly do: "report.explain";
      readonly number?: string;
      readonly words: string;
      /** It was shown, and said yes to. */
      readonly sure?: true;
    }
  /** Of what was withdrawn; without a number of what was withdrawn last. */
  | {
      readonly do: "report.restore";
      readonly number?: string;
      /** The records that were shown, and said yes to. */
      readonly numbers?: readonly string[];
    };

/** What became of it. */
export type ReopenOutcome =
  | { readonly of: "reopen.explained"; readonly record: FiledRecord; readonly words: string }
  /** Several were sent back, and which is meant was not said. */
  | { readonly of: "reopen.which"; readonly filings: readonly FilingLine[]; readonly words: string }
  | {
      readonly of: "reopen.restored";
      readonly numbers: readonly string[];
      /** They stand as sent back, and wait to be put right. */
      readonly returned: readonly string[];
      /** After the free hours: the township's staff are told. */
      readonly late?: true;
    };

/** Asked before either is done. */
export type ReopenQuestion =
  | {
      readonly kind: "sure.explain";
      readonly record: FiledRecord;
      readonly reason: string;
      readonly words: string;
    }
  | {
      readonly kind: "sure.restore";
      readonly records: readonly SimilarRecord[];
      /** Opinions that were withdrawn with them, and come back with them. */
      readonly opinions: readonly string[];
      /** Records that stand and may tell of the same: it would be counted twice. */
      readonly twins: readonly string[];
      /** What they seem to tell of, and the deputy was not at by its register. */
      readonly away?: { readonly activity: ActivityView; readonly status: AttendanceStatus };
    };

/** What staff hear of it without having asked. */
export type ReopenNews = {
  readonly kind: "reopen.told";
  readonly record: FiledRecord;
  readonly by: string;
  readonly reason: string;
  readonly words: string;
};
