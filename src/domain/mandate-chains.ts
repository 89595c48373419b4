import type { Span } from "./attendance/attendance-facts.ts";
import { bareTerm } from "./bare-term.ts";
import { addDays } from "./day.ts";
import type { MandateStatus } from "./person.ts";

/** A stretch in which a seat of a congress was held, in which term, and how it ended. */
export type HeldSpan = Span & { readonly term: string; readonly status: MandateStatus };

/** False for a seat that was registered by mistake and undone: it ends before it begins. */
export const ran = ({ from, to }: Span): boolean => to === null || from <= to;

/**
 * True where a deputy's mandate goes on in the next of his or her seats in one congress: that begins on the day after,
 * in the same term, however it is written. In the eye of the law both are one mandate, and what rests is that (Deputies
 * Law art. 61). A new term is another one, and so is whatever follows a resignation or a termination.
 */
export const goesOn = (last: HeldSpan, next: HeldSpan): boolean =>
  ran(last) &&
  ran(next) &&
  last.to !== null &&
  (last.status === "active" || last.status === "suspended") &&
  bareTerm(last.term) === bareTerm(next.term) &&
  addDays(last.to, 1) === next.from;

/** A deputy's seats in one congress as mandates: each of them the seats in the order in which they were held. */
export function mandateChains<S>(seats: readonly S[], spanOf: (seat: S) => HeldSpan): readonly S[][] {
  const chains: S[][] = [];
  for (const seat of seats.toSorted((a, b) => (spanOf(a).from < spanOf(b).from ? -1 : 1))) {
    const before = chains.find((chain) => chain.slice(-1).some((last) => goesOn(spanOf(last), spanOf(seat))));
    if (before === undefined) chains.push([seat]);
    else before.push(seat);
  }
  return chains;
}
