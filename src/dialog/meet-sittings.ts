import type { CalledSitting, Invitation } from "#src/domain/facts.ts";
import type { SaidPart } from "./join-pieces.ts";
import { partIn } from "./part-of-congress.ts";
import type { Target } from "./several-targets.ts";

/**
 * The sittings of a session that a day or a half of it means, where they are not all of the session: leave from the
 * 3rd is none from the 5th. Undefined where no session is on those days, or all of it is meant.
 */
export function meetSittings(
  { number, on = "", until = on, event }: Target,
  { words }: SaidPart,
  pool: readonly Invitation[],
  sittings: readonly CalledSitting[],
): { readonly numbers: readonly string[] } | undefined {
  const part = partIn(words);
  if (number !== undefined || part?.whole === true) return undefined;
  const within = (one: Invitation): boolean => on <= one.on && one.on <= until;
  const then = sittings.filter(within).filter((one) => part?.half === undefined || one.half === part.half);
  const of = new Set(then.map(({ session }) => session));
  // What else is on that day is meant as well, or it is asked which.
  const others = pool.filter((one) => within(one) && !of.has(one.number));
  const [session, ...more] = of;
  if (session === undefined || more.length > 0 || (others.length > 0 && event !== undefined))
    return undefined;
  const all = sittings.filter((one) => one.session === session);
  const isAhead = pool.some((one) => one.number === session);
  if (then.length === all.length && isAhead) return others.length === 0 ? { numbers: [session] } : undefined;
  return others.length === 0 || until > on
    ? { numbers: [...then, ...others].map((one) => one.number) }
    : undefined;
}
