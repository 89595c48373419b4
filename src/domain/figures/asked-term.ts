/**
 * A term of a congress as a question names it: the one that runs (本届), the one before it (上届), one by its number in
 * any of the ways it is written (十九届, 19届), or a deputy's own time in office (上任以来). Its days are on file and not
 * in the words.
 */
export type AskedTerm =
  | { readonly which: "running" | "last" | "in-office" }
  /** `since`: whatever came after it as well. */
  | { readonly which: "numbered"; readonly called: readonly string[]; readonly since?: true };
