import type { Day } from "./day.ts";

/** The moment something is decided at: the instant, the district's zone, and its calendar day there. */
export type When = { readonly now: Date; readonly zone: string; readonly today: Day };
