import { type HeldSpan, mandateChains, ran } from "../mandate-chains.ts";
import type { Span } from "./attendance-facts.ts";

/** The mandates of one deputy in one congress, whatever groups he or she sat in. What never ran is none. */
export const joinMandates = (seats: readonly HeldSpan[]): Span[] =>
  mandateChains(seats.filter(ran), (seat) => seat).flatMap(([first, ...more]) =>
    first === undefined ? [] : [{ from: first.from, to: (more.at(-1) ?? first).to }],
  );
