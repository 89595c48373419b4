import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { markState } from "#db/queries/duty-records.ts";
import type { ScopedRecord } from "#db/queries/figures/unverified.ts";
import type { News } from "#src/domain/news.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { originNews } from "../share-news.ts";

/** States from which a record goes back. */
const STATES = ["confirmed", "verified"] as const;

/** Sends locked records back to their deputies for one reason, with its trace; returns who hears of it. */
export async function sendBack(
  tx: Tx,
  grant: Grant,
  records: readonly ScopedRecord[],
  reason: string,
  world: World,
): Promise<News[]> {
  const { personId: actorId, actorName: by } = grant;
  const { now: at } = world;
  for (const before of STATES) {
    const ids = records.filter((one) => one.state === before).map((one) => one.id);
    if (ids.length === 0) continue;
    const change = { byPerson: actorId, field: "state", before, after: `returned: ${reason}`, at };
    await markState(tx, ids, "returned", change);
  }
  const line = { at, actorId, action: "report.return", subject: "duty_record" };
  await insertAudit(
    tx,
    records.map(({ id: subjectId }) => ({ ...line, subjectId })),
  );
  const owners = new Map(records.map(({ id, name }) => [id, name]));
  return [
    ...records.map(({ personId, number, kind, date }): News => ({
      to: personId,
      key: `returned:${number}:${at.toISOString()}`,
      word: { kind: "verify.came-back", record: { number, kind, date }, by, reason },
    })),
    ...(await originNews(tx, records, owners, "returned", world)),
  ];
}
