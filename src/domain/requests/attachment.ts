/** Something that is kept about files which came without a sentence of their own. */
export type AttachmentRequest = {
  readonly do: "file.attach";
  readonly messageId: number;
  /** Ids of files of the speaker's own conversation. */
  readonly files: readonly string[];
  /** The filing they belong to; without it the latest of the last while is asked about. */
  readonly number?: string;
};

/** What became of the files; `left` counts those that found no room any more. */
export type AttachmentOutcome =
  | { readonly of: "file.attached"; readonly number: string; readonly total: number; readonly left: number }
  /** There is nothing they could belong to yet. */
  | { readonly of: "file.kept"; readonly count: number };
