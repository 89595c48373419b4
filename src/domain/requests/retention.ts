import type { Day } from "../day.ts";
import type { Erased, Retention } from "../retention.ts";

/** The office asks what was erased lately, and how long each class is kept. */
export type RetentionRequest = { readonly do: "retention.show" };

/** What a night erased, what the last thirty days did, and the periods; no night yet where nothing ever ran. */
export type RetentionView = {
  readonly lastOn: Day | null;
  readonly last: Erased;
  readonly month: Erased;
  readonly periods: Retention;
};

/** What is kept and what was erased, as the office asked. */
export type RetentionOutcome = { readonly of: "retention.shown" } & RetentionView;
