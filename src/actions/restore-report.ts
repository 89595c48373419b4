import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { listNamed } from "#db/queries/companions.ts";
import { markState } from "#db/queries/duty-records.ts";
import { listSimilar, markSpoken } from "#db/queries/shares.ts";
import {
  claimWithdrawn,
  listWithdrawnWith,
  restoreOpinionsWith,
  type Withdrawn,
} from "#db/queries/withdrawn.ts";
import { hoursBefore } from "#src/domain/ago.ts";
import type { News } from "#src/domain/news.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ReopenOutcome, ReopenRequest } from "#src/domain/requests/reopen.ts";
import type { ReportRefusal } from "#src/domain/requests/report.ts";
import type { World } from "#src/domain/rules.ts";
import { findAway } from "./find-away.ts";
import type { Grant } from "./gate.ts";
import { companionNews, lateChangeNews } from "./report-news.ts";
import { originNews } from "./share-news.ts";

type Restore = Extract<ReopenRequest, { do: "report.restore" }>;
type Restored = { readonly outcome: ReopenOutcome; readonly news: readonly News[] };

/**
 * Brings back what its deputy took back, as it stood: shown first, and with a trace. Opinions that went with it come
 * back; of what counts again those it names are asked again, and whoever heard that it was gone hears that it is back.
 * The township's staff hear of what was filed longer ago than may be changed freely, also of a year that is over.
 */
export async function restoreReport(
  tx: Tx,
  { actorId, actorName: by }: Grant,
  request: Restore,
  world: World,
): Promise<Restored | SureOutcome | ReportRefusal> {
  if (actorId === null) return "not-restored";
  const asked = request.numbers ?? (request.number === undefined ? null : [request.number]);
  const records = await claimWithdrawn(tx, actorId, asked);
  if (records.length === 0) return "not-restored";
  const ids = records.map((one) => one.id);
  if (request.numbers === undefined) return askFirst(tx, actorId, records, world);
  const at = world.now;
  const change = { byPerson: actorId, field: "state", before: "withdrawn", at };
  const back = records.filter((one) => one.wasReturned);
  const standing = records.filter((one) => !one.wasReturned);
  await markState(tx, idsOf(standing), "confirmed", { ...change, after: "confirmed" });
  // Why it was sent back is read where it was sent back.
  await markState(tx, idsOf(back), "returned", { ...change, after: "returned" });
  // Who wants it back has spoken on what staff entered.
  await markSpoken(tx, idsOf(standing), at);
  const opinions = await listWithdrawnWith(tx, ids);
  await restoreOpinionsWith(tx, ids);
  const line = { at, actorId, action: "report.restore", subject: "duty_record" };
  await insertAudit(
    tx,
    ids.map((subjectId) => ({ ...line, subjectId })),
  );
  const late = records.filter(
    (one) => one.filedAt < hoursBefore(at, world.policy.records.free_correction_hours),
  );
  return {
    outcome: {
      of: "reopen.restored",
      numbers: [...numbersOf(records), ...opinions],
      returned: numbersOf(back),
      ...(late.length > 0 ? { late: true as const } : {}),
    },
    news: [
      ...companionNews(await listNamed(tx, idsOf(standing)), by, at),
      ...(await originNews(tx, standing, by, "restored", world)),
      ...(await lateChangeNews(tx, late, by, "restored", world)),
    ],
  };
}

const idsOf = (records: readonly Withdrawn[]): number[] => records.map((one) => one.id);
const numbersOf = (records: readonly Withdrawn[]): string[] => records.map((one) => one.number);

// What a report made anew would be asked about is asked about here.
async function askFirst(
  tx: Tx,
  personId: number,
  records: readonly Withdrawn[],
  world: World,
): Promise<SureOutcome> {
  const numbers = numbersOf(records);
  const away = await findAway(tx, personId, records, world);
  return {
    of: "sure",
    card: `b-${numbers.join(" ")}`,
    request: { do: "report.restore", numbers },
    question: {
      kind: "sure.restore",
      records: records.map(({ number, kind, date, place, counts }) => ({
        number,
        kind,
        date,
        place,
        counts,
      })),
      opinions: await listWithdrawnWith(tx, idsOf(records)),
      twins: await listTwins(tx, personId, records),
      ...(away === undefined ? {} : { away }),
    },
  };
}

// A colleague's that names the deputy is no second one: a yes to it finds what stands.
async function listTwins(tx: Tx, personId: number, records: readonly Withdrawn[]): Promise<string[]> {
  const similar = await listSimilar(
    tx,
    records.map(({ kind, date, place, counts }) => ({ personId, kind, date, place, counts })),
  );
  return [...new Set(similar.flat().flatMap((one) => (one.by === undefined ? [one.number] : [])))];
}
