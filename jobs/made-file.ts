import type { ExportNews } from "#src/domain/requests/export.ts";
import type { OwnCopyNews } from "#src/domain/requests/own-data.ts";

/** What long work made: a file, whose subtrees it tells of, and what its reader is told once it lies there. */
export type MadeFile = {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Null where it is his own. */
  readonly scope: readonly number[] | null;
  readonly word: (file: {
    readonly id: string;
    readonly name: string;
    readonly type: string;
  }) => ExportNews | OwnCopyNews;
};

/** What there was to tell instead, where a file would have been empty. */
export type MadeWord = { readonly word: ExportNews };
