import type { Day } from "../day.ts";

/**
 * Whose record it is that staff tell of: looks the name up among the deputies they look after, or lists those. Nothing
 * is changed.
 */
export type WhoseRequest = {
  readonly do: "report.whose";
  readonly card: string;
  /** The name that was said, if one was. */
  readonly name?: string;
  /** When it happened: whoever held a seat then may have done it. */
  readonly days: readonly Day[];
};

/** What came of a request about whose duty was meant. */
export type WhoseOutcome =
  | { readonly of: "report.whose-found"; readonly card: string; readonly name: string }
  | {
      readonly of: "report.whose";
      readonly card: string;
      /** The name that is not among them; what lies elsewhere reads like what does not exist. */
      readonly wanted?: string;
      /** Deputies to choose from: the nearest names, or all where they are few. */
      readonly names: readonly string[];
    };

/** What can be tapped on that question: one of the names. */
export type WhoseAct = { readonly do: "card.whose"; readonly card: string; readonly name: string };
