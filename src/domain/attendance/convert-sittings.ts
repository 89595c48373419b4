import type { ActivityFact, ActivityId } from "./attendance-facts.ts";
import type { AbsenceRule } from "./attendance-policy.ts";

/**
 * Sittings missed in one session that count as missing the session: for each session not missed as a whole, the
 * sitting that completes the number. `counted` is in order. Source: such rules exist elsewhere (Meishan 2019: two
 * plenary or four delegation sittings); the default policy has none.
 */
export function convertSittings(
  rule: AbsenceRule,
  counted: readonly ActivityFact[],
  direct: readonly ActivityFact[],
): readonly ActivityFact[] {
  const done = new Set<ActivityId>(direct.map(({ id }) => id));
  const missed = new Map<string, number>();
  return counted.filter(({ kind, session }) => {
    if (session === undefined || done.has(session)) return false;
    const position = rule.converts.findIndex(({ sittings }) => sittings.includes(kind));
    const conversion = rule.converts[position];
    if (conversion === undefined) return false;
    const key = JSON.stringify([position, session]);
    const times = (missed.get(key) ?? 0) + 1;
    missed.set(key, times);
    if (times < conversion.times) return false;
    done.add(session);
    return true;
  });
}
