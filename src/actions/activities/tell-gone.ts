import type { Tx } from "#db/client.ts";
import type { Concerned } from "#db/queries/activity-changes.ts";
import { deleteLapsedCalls } from "#db/queries/late-calls.ts";
import type { News } from "#src/domain/news.ts";
import type { ActivityView } from "#src/domain/requests/activity.ts";

/** An activity as it was before it was moved, by what a message about the move is known, and when that is. */
type Moved = {
  readonly before: ActivityView;
  readonly key: string;
  readonly startsAt: Date;
  readonly now: Date;
};

/**
 * Whoever was called for the old day and has no seat there on the new one was to come, and need not: for him or her the
 * activity is off, and a seat there by then is called anew. `people` are those who are told of the new day; whom nobody
 * told of the old one (`unsent`) hears nothing; `waited` are those whose wish for leave went with it.
 */
export async function tellGone(
  tx: Tx,
  called: readonly Concerned[],
  people: readonly Concerned[],
  { unsent, waited }: { readonly unsent: ReadonlySet<number>; readonly waited: ReadonlySet<number> },
  { before, key, startsAt, now }: Moved,
): Promise<readonly News[]> {
  const stay = new Set(people.map((one) => one.personId));
  const gone = called.map((one) => one.personId).filter((one) => !stay.has(one));
  if (gone.length === 0) return [];
  await deleteLapsedCalls(tx, gone, now);
  return gone
    .filter((to) => !unsent.has(to))
    .map((to) => ({
      to,
      key,
      word: { kind: "activity.cancelled", activity: before, reason: "", leaveWaited: waited.has(to) },
      expiresAt: startsAt,
    }));
}
