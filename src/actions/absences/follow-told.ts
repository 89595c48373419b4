import { listReachable } from "#db/queries/accounts.ts";
import { claimUntoldNotices, markTold, type UntoldNotice } from "#db/queries/absence-told.ts";
import { listAttendanceFacts } from "#db/queries/attendance-facts.ts";
import { listToldAt, listUnreachedKeys, releaseKeys } from "#db/queries/told-at.ts";
import type { Tx } from "#db/client.ts";
import type { News } from "#src/domain/news.ts";
import type { World } from "#src/domain/rules.ts";
import { toRaisedNews } from "./absence-news.ts";
import { TOLD, toldKey } from "./told-key.ts";
import { compareNotices } from "./compare-notices.ts";
import { keyOf } from "./notice-key.ts";

/**
 * Notes with the notices of absences when their deputies were told: the messages themselves are erased in time. Returns
 * what those are told now whom no channel reached when the notice was raised, and one does since.
 */
export async function followTold(tx: Tx, world: World): Promise<readonly News[]> {
  const untold = await claimUntoldNotices(tx);
  const keys = untold.map((one) => toldKey(one, one.personId));
  const sent = await listToldAt(tx, keys, TOLD);
  const told = untold.flatMap((one, index) => {
    const at = sent.get(keys[index] ?? "") ?? null;
    return at === null ? [] : [{ id: one.id, at }];
  });
  await markTold(tx, told, { way: "chat", actorId: null });
  const unreached = await listUnreachedKeys(tx, keys);
  const missed = untold.filter((_, index) => unreached.has(keys[index] ?? ""));
  const reachable = await listReachable(
    tx,
    missed.map((one) => one.personId),
    world.channels,
  );
  return tellAnew(
    tx,
    missed.filter((one) => reachable.has(one.personId)),
    world,
  );
}

async function tellAnew(tx: Tx, missed: readonly UntoldNotice[], world: World): Promise<readonly News[]> {
  if (missed.length === 0) return [];
  await releaseKeys(
    tx,
    missed.map((one) => toldKey(one, one.personId)),
  );
  const facts = await listAttendanceFacts(
    tx,
    missed.map((one) => one.mandateId),
  );
  const { found, standing } = await compareNotices(tx, facts, world);
  const grounds = new Map(found.map((one) => [keyOf(one.notice), one]));
  return standing
    .filter(({ id }) => missed.some((one) => one.id === id))
    .flatMap((notice) => {
      const why = grounds.get(keyOf(notice));
      return why === undefined ? [] : toRaisedNews(why, notice, new Map(), world);
    });
}
