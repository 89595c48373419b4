import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { markHeardByStaff } from "#db/queries/cases.ts";
import { markState } from "#db/queries/duty-records.ts";
import type { Entered } from "#db/queries/shares.ts";
import type { News } from "#src/domain/news.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";
import { originNews } from "./share-news.ts";

/**
 * Puts out what staff entered and its deputy says is wrong. Opinions that were written down with it came from somebody,
 * and not through this deputy: they stay open as what whoever entered them heard, and both are told.
 */
export async function denyRecords(
  tx: Tx,
  { personId: actorId, actorName: by }: Grant,
  records: readonly Entered[],
  when: When,
): Promise<{ readonly opinions: readonly string[]; readonly news: readonly News[] }> {
  const { now: at } = when;
  const ids = records.map((one) => one.id);
  const change = { byPerson: actorId, field: "state", before: "confirmed", after: "withdrawn: denied", at };
  await markState(tx, ids, "withdrawn", change);
  const heard = await markHeardByStaff(tx, ids);
  const line = { at, actorId, action: "report.deny" };
  await insertAudit(tx, [
    ...ids.map((subjectId) => ({ ...line, subject: "duty_record", subjectId })),
    ...heard.map((one) => ({ ...line, subject: "opinion", subjectId: one.id })),
  ]);
  const numbers = records.map((one) => one.number);
  const told = [...new Set(records.map((one) => one.enteredBy))].map((to): News => {
    const opinions = heard.filter((one) => one.by === to).map((one) => one.number);
    return {
      to,
      key: `denied:${numbers.join(" ")}`,
      word: { kind: "share.denied", numbers, by, opinions },
    };
  });
  const opinions = heard.map((one) => one.number);
  return { opinions, news: [...told, ...(await originNews(tx, records, by, "withdrawn", when))] };
}
