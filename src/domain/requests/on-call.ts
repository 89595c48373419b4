import type { OpinionCategory } from "../opinion-category.ts";

/** Staff say whether they are to be told of danger at any hour, by night as well. */
export type OnCallRequest =
  | { readonly do: "on-call.show" }
  | { readonly do: "on-call.set"; readonly on: boolean };

/** What holds for the speaker now; `changed` where it did not before. */
export type OnCallOutcome = { readonly of: "on-call.is"; readonly on: boolean; readonly changed: boolean };

/** Word of an opinion that speaks of danger, to staff who are on call, or whose place it is. */
export type OnCallNews = {
  readonly kind: "on-call.danger";
  readonly number: string;
  readonly category: OpinionCategory;
  readonly text: string;
  readonly place: string | null;
  /** The deputy who brought it; null where a resident did. */
  readonly by: string | null;
  /** Whoever is told is on call, and else is one whose place it is. */
  readonly onCall: boolean;
};
