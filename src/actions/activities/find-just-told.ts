import type { Tx } from "#db/client.ts";
import { listFreshNotices } from "#db/queries/fresh-notices.ts";
import type { OpenActivity } from "./which-activity.ts";

/** So long after a notice came a bare answer right under it is taken to be about it. */
const JUST_NOW_MS = 10 * 60_000;

/**
 * Of several that a deputy may answer with a bare 参加 the one whose notice stands right above it: it came just now, alone,
 * and nothing since. Where leave was asked from one of them none is certain.
 */
export async function findJustTold(
  tx: Tx,
  personId: number,
  open: readonly OpenActivity[],
  now: Date,
): Promise<OpenActivity | undefined> {
  if (open.some((one) => one.answer !== null)) return undefined;
  const ids = open.map((one) => one.id);
  const [fresh, second] = await listFreshNotices(tx, personId, ids, new Date(+now - JUST_NOW_MS));
  if (fresh === undefined || second !== undefined || !fresh.last) return undefined;
  return open.find((one) => one.id === fresh.id);
}
