import type { CaseOrigin, OwnCase } from "../figures/own-case.ts";

/** Shows one opinion or suggestion by its number to whoever brought it, and to the staff who look after it. */
export type CaseRequest = { readonly do: "case.show"; readonly number: string };

/** The opinion or suggestion asked for; `mine`: the reader brought it or stands under it. */
export type CaseOutcome = {
  readonly of: "case.shown";
  readonly found: OwnCase;
  readonly mine: boolean;
  readonly origin?: CaseOrigin;
};
