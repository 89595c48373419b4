import type { OwnCase } from "../figures/figure-view.ts";

/** Shows one opinion or suggestion by its number to whoever brought it. */
export type CaseRequest = { readonly do: "case.show"; readonly number: string };

/** The opinion or suggestion asked for, which is the reader's own. */
export type CaseOutcome = { readonly of: "case.shown"; readonly found: OwnCase };
