import type { HeldMandate } from "#db/queries/mandates.ts";
import { bareTerm } from "#src/domain/bare-term.ts";
import { addDays } from "#src/domain/day.ts";

const ran = ({ from, to }: HeldMandate): boolean => to === null || from <= to;

/**
 * The seats in which a mandate goes on after transfers, soonest first: in the eye of the law they are one mandate, and
 * what rests is that (Deputies Law art. 61). A new term is another one, and so is whatever follows a resignation.
 */
export function seatsAfter(one: HeldMandate, among: readonly HeldMandate[]): readonly HeldMandate[] {
  if (one.to === null || one.status === "resigned" || one.status === "terminated") return [];
  const { personId, level } = one;
  const own = bareTerm(one.term);
  const begins = addDays(one.to, 1);
  const isNext = (held: HeldMandate): boolean =>
    held.personId === personId && held.level === level && bareTerm(held.term) === own && held.from === begins;
  const next = among.find((held) => isNext(held) && ran(held));
  return next === undefined ? [] : [next, ...seatsAfter(next, among)];
}
