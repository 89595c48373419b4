/** A piece of a document to print: plain words and plain tables are all that is needed. */
export type DocumentBlock =
  | { readonly kind: "title" | "text" | "right"; readonly text: string }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Width of each column in millimetres. */
      readonly widths: readonly number[];
    };
