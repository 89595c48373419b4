import type { FilingLike, FilingLine } from "./filing.ts";
import type { FiledRecord } from "./report.ts";

/** Which of a record's files are meant: the one that came last, one by its place, or all; or nobody said which. */
export type FilesMeant = "last" | "all" | "unsaid" | { readonly nth: number };

/** Something that is kept about files which came without a sentence of their own. */
export type AttachmentRequest =
  | {
      readonly do: "file.attach";
      readonly messageId: number;
      /** Ids of files of the speaker's own conversation. */
      readonly files: readonly string[];
      /** The filing they belong to; without it the latest of the last while is asked about. */
      readonly number?: string;
      /** What the filing is like of which somebody said that they are: it is looked for, and asked about. */
      readonly like?: FilingLike;
      /** The words that said so. */
      readonly words?: string;
    }
  | {
      readonly do: "file.take-off";
      readonly which: FilesMeant;
      /** The record they lie on, or what it is like; without either the one on which files were put last. */
      readonly number?: string;
      readonly like?: FilingLike;
      /** Ids of those that were shown: a yes takes off these, and no others. */
      readonly shown?: readonly string[];
    };

/** What became of the files; `left` counts those that found no room any more. */
export type AttachmentOutcome =
  | {
      readonly of: "file.attached";
      readonly number: string;
      readonly total: number;
      readonly left: number;
      readonly files: readonly string[];
    }
  /** There is nothing they could belong to yet. */
  | { readonly of: "file.kept"; readonly count: number }
  /** Several filings are like what was said. */
  | { readonly of: "file.which"; readonly filings: readonly FilingLine[]; readonly off?: true }
  /** Nothing is like what was said. */
  | {
      readonly of: "file.unlike";
      readonly count: number;
      readonly messageId: number;
      readonly words: string;
    }
  | {
      readonly of: "file.taken-off";
      readonly number: string;
      readonly taken: number;
      readonly total: number;
    }
  /** There is no file that could be taken off. */
  | { readonly of: "file.none-on"; readonly number?: string };

/** Asked before files are put on something that was filed, or taken off a record. */
export type FileQuestion =
  /** Files would be put on what was filed last, or on what somebody named: then it is told what that is. */
  | {
      readonly kind: "sure.attach";
      readonly number: string;
      readonly count: number;
      readonly named?: FilingLine;
    }
  /** These files would be taken off a record, and so many would stay. */
  | {
      readonly kind: "sure.take-off";
      readonly record: FiledRecord;
      readonly names: readonly string[];
      readonly left: number;
      /** Nobody said which are meant. */
      readonly unsaid?: true;
    };
