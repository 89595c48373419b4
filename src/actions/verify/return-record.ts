import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { markState } from "#db/queries/duty-records.ts";
import { claimScopedRecords } from "#db/queries/figures/unverified.ts";
import type { News } from "#src/domain/news.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { ReportRefusal } from "#src/domain/requests/report.ts";
import type { VerifyOutcome, VerifyRefusal, VerifyRequest } from "#src/domain/requests/verify.ts";
import type { World } from "#src/domain/rules.ts";
import { waitedSince } from "../figures/frame.ts";
import type { Grant } from "../gate.ts";
import { originNews } from "../share-news.ts";

type Returned = { readonly outcome: VerifyOutcome; readonly news: readonly News[] };

/** Sends a record back to its deputy with the reason. It is out of every figure until the deputy has put it right. */
export async function returnRecord(
  tx: Tx,
  grant: Grant,
  request: Extract<VerifyRequest, { do: "verify.return" }>,
  world: World,
): Promise<Returned | VerifyRefusal | ReportRefusal> {
  const reason = withoutPersonalData(request.reason).trim();
  if (reason === "") return "no-reason";
  const actorId = grant.actorId ?? 0;
  const who = { actorId, waitedSince: waitedSince(world) };
  const [record] = await claimScopedRecords(tx, [request.number], { scope: grant.scope }, who);
  if (record === undefined || record.state === "withdrawn" || record.state === "draft")
    return "no-such-record";
  if (record.own) return "own-record";
  if (record.state === "returned") return "not-standing";
  const { now: at } = world;
  const change = {
    byPerson: actorId,
    field: "state",
    before: record.state,
    after: `returned: ${reason}`,
    at,
  };
  await markState(tx, [record.id], "returned", change);
  await insertAudit(tx, [
    { at, actorId, action: "report.return", subject: "duty_record", subjectId: record.id },
  ]);
  const { number, kind, date, name, personId } = record;
  const filed = { number, kind, date };
  const word = { kind: "verify.came-back", record: filed, by: grant.actorName, reason } as const;
  return {
    outcome: { of: "verify.returned", record: filed, name, reason },
    news: [
      { to: personId, key: `returned:${number}:${at.toISOString()}`, word },
      ...(await originNews(tx, [record], name, "returned", world)),
    ],
  };
}
