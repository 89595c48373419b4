import type { Tx } from "#db/client.ts";
import type { NewOpinion } from "#db/queries/cases.ts";
import { listWatch } from "#db/queries/on-call.ts";
import type { News } from "#src/domain/news.ts";
import type { Rules } from "#src/domain/rules.ts";
import type { When } from "#src/domain/when.ts";
import { whereTold } from "#src/domain/where-told.ts";

type Heard = { readonly actorId: number | null; readonly by: string | null; readonly at?: string | null };

/**
 * Tells staff where an opinion belongs that it speaks of danger: those who are on call, at any hour; where nobody is,
 * those whom the policy names, by day at once and by night in the morning. `by` is the deputy who brought it, and `at`
 * the one place of the visit on which it was heard; whoever said it knows.
 */
export async function dangerNews(
  tx: Tx,
  opinions: readonly NewOpinion[],
  { actorId, by, at = null }: Heard,
  { today, policy }: When & Pick<Rules, "policy">,
): Promise<News[]> {
  const urgent = opinions.filter((one) => one.urgent === true);
  if (urgent.length === 0) return [];
  const belongs = urgent.map(({ townshipId, mandateId }) => ({
    townshipId: townshipId ?? null,
    mandateId: mandateId ?? null,
  }));
  const watches = await listWatch(tx, belongs, policy.reminders.danger_readers, today);
  const others = (people: readonly number[]): number[] => people.filter((to) => to !== actorId);
  return urgent.flatMap(({ number, category, text, place }, index) => {
    const watch = watches[index];
    const onCall = others(watch?.onCall ?? []);
    const isWatched = onCall.length > 0;
    const told = isWatched ? onCall : others(watch?.responsible ?? []);
    const what = { number, category, text, place: whereTold(place ?? null, at), by };
    const word = { kind: "on-call.danger", ...what, onCall: isWatched } as const;
    return told.map((to): News => ({
      to,
      key: `danger:${number}`,
      word,
      ...(isWatched ? { urgent: true } : {}),
    }));
  });
}
