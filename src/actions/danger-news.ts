import type { Tx } from "#db/client.ts";
import type { NewOpinion } from "#db/queries/cases.ts";
import { listOnCall } from "#db/queries/on-call.ts";
import type { News } from "#src/domain/news.ts";
import type { When } from "#src/domain/when.ts";

/**
 * Tells staff who are on call where an opinion belongs that it speaks of danger, at any hour. `by` is the deputy who
 * brought it; whoever said it knows.
 */
export async function dangerNews(
  tx: Tx,
  opinions: readonly NewOpinion[],
  { actorId, by }: { readonly actorId: number | null; readonly by: string | null },
  { today }: When,
): Promise<News[]> {
  const urgent = opinions.filter((one) => one.urgent === true);
  if (urgent.length === 0) return [];
  const belongs = urgent.map(({ townshipId, mandateId }) => ({
    townshipId: townshipId ?? null,
    mandateId: mandateId ?? null,
  }));
  const onCall = await listOnCall(tx, belongs, today);
  return urgent.flatMap(({ number, category, text, place }, index) => {
    const word = { kind: "on-call.danger", number, category, text, place: place ?? null, by } as const;
    const told = (onCall[index] ?? []).filter((to) => to !== actorId);
    return told.map((to): News => ({ to, key: `danger:${number}`, word, urgent: true }));
  });
}
