import type { Counts } from "../count-unit.ts";
import type { Day } from "../day.ts";
import type { Amendment } from "./amendment.ts";
import type { FiledRecord, SimilarRecord } from "./report.ts";
import type { ReportNews } from "./report-news.ts";

/** A deputy's word on what others said about his or her duty. */
export type ShareRequest =
  /** On records that staff entered; without numbers, on those entered last. */
  | {
      readonly do: "report.acknowledge";
      readonly numbers: readonly string[];
      readonly right: boolean;
      /** The words may mean what waits, and nobody can be sure: it is asked once more. */
      readonly unsure?: true;
      /** All that were entered within a day and wait for it, and not those of the last message alone. */
      readonly every?: true;
      /** The colleagues whom the words name: what one of them told is meant first. */
      readonly of?: readonly string[];
    }
  /** On a colleague's record in which the deputy is said to have taken part. */
  | {
      readonly do: "report.share";
      readonly number: string;
      readonly present: boolean;
      /** What one's own share says otherwise than the colleague's record: 是的,但是是5户. */
      readonly amendment?: Amendment;
      /** What the words say of it: where the record does not say so, it is asked once more. */
      readonly told?: ToldOfShare;
    };

/** What words say of a colleague's record to which they say yes: 就是今早罗吊村那五户, 我跟他去的. */
export type ToldOfShare = {
  readonly on?: Day;
  readonly place?: string;
  readonly counts?: Counts;
  readonly with?: readonly string[];
};

/** What can be tapped on such news is the word itself. */
export type ShareAct = ShareRequest;

/** What came of a request about companions and what staff entered. */
export type ShareOutcome =
  | {
      readonly of: "report.acknowledged";
      readonly numbers: readonly string[];
      readonly right: boolean;
      /** Opinions that were written down with what was denied: they are not the deputy's any more. */
      readonly opinions?: readonly string[];
      /** Nothing is done: they wait, and were shown too long ago for this word to be sure. */
      readonly question?: ReportNews;
    }
  /** `record` is the deputy's own now; `already` where one stood before. */
  | {
      readonly of: "report.shared";
      readonly record: SimilarRecord;
      readonly already: boolean;
      /** Some of what was to be otherwise could not be. */
      readonly left?: true;
      /** Words of it that could not be made out. */
      readonly unread?: readonly string[];
    }
  | { readonly of: "report.share-declined"; readonly number: string };

/** What somebody is told about companions and what staff entered without having asked. */
export type ShareNews =
  /** The deputy says that a record staff entered is wrong: it is out. */
  | {
      readonly kind: "share.denied";
      readonly numbers: readonly string[];
      readonly by: string;
      /** Opinions that came with it: they stand as what the clerk heard. */
      readonly opinions: readonly string[];
    }
  /** To who entered a record for a deputy: the deputy has put it right, and so has spoken on it. */
  | {
      readonly kind: "share.entered-changed";
      readonly by: string;
      readonly was: SimilarRecord;
      readonly now: SimilarRecord;
    }
  /** A deputy changed or took back a record after the free hours. */
  | {
      readonly kind: "share.changed-late";
      readonly number: string;
      readonly by: string;
      readonly what: "changed" | "withdrawn" | "restored";
    }
  /** To who has a record of the same occasion: the colleague's says something else now. */
  | {
      readonly kind: "share.origin-changed";
      readonly of: string;
      readonly was: SimilarRecord;
      readonly now: SimilarRecord;
      readonly share: FiledRecord;
      /** Whether one's own followed, and has to be verified once more, says so in any case, or is left as it was. */
      readonly own: "followed" | "reopened" | "alike" | "left";
      /** What a tap makes of one's own where it was left, and can be changed. */
      readonly amendment?: Amendment;
    }
  /** To the owner of a share: the colleague's record it came from is gone. */
  | {
      readonly kind: "share.origin-moved";
      readonly number: string;
      readonly of: string;
      readonly what: "withdrawn" | "returned" | "restored";
      readonly share: FiledRecord;
    }
  /** To the clerks who look after that owner: the record is gone, says what the share does not, or took along one that was verified. */
  | {
      readonly kind: "share.left-over";
      readonly number: string;
      readonly of: string;
      readonly what: "changed" | "reopened" | "withdrawn" | "returned";
      readonly share: { readonly number: string; readonly name: string };
    };
