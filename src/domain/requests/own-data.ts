/** Somebody asks for a copy of what is stored about him. */
export type OwnDataRequest = { readonly do: "data.export"; readonly messageId: number };

/** The copy of what is stored about whoever asked. */
export type OwnDataOutcome = {
  readonly of: "data.exported";
  /** The copy, as it lies in the files of the conversation; the same shape as the message room's. */
  readonly file: { readonly id: string; readonly name: string; readonly type: string };
};
