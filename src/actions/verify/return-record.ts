import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { markState } from "#db/queries/duty-records.ts";
import { claimScopedRecords } from "#db/queries/figures/unverified.ts";
import { listByNumber } from "#db/queries/figures/records.ts";
import type { News } from "#src/domain/news.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ReportRefusal } from "#src/domain/requests/report.ts";
import type { VerifyOutcome, VerifyRefusal, VerifyRequest } from "#src/domain/requests/verify.ts";
import type { World } from "#src/domain/rules.ts";
import { waitedSince } from "#src/domain/figures/waited-since.ts";
import type { Grant } from "../gate.ts";
import { sightOf } from "../sight-of.ts";
import { originNews } from "../share-news.ts";
import { sightOfRecord } from "./list-to-verify.ts";

type Returned = { readonly outcome: VerifyOutcome; readonly news: readonly News[] };

type Return = Extract<VerifyRequest, { do: "verify.return" }>;

/** Sends a record back to its deputy with the reason, shown first where it was only typed. It is out of every figure until the deputy has put it right. */
export async function returnRecord(
  tx: Tx,
  grant: Grant,
  request: Return,
  world: World,
): Promise<Returned | VerifyOutcome | SureOutcome | VerifyRefusal | ReportRefusal> {
  const reason = withoutPersonalData(request.reason).trim();
  if (reason === "") return "no-reason";
  const actorId = grant.personId;
  const who = { actorId, waitedSince: waitedSince(world) };
  const [record] = await claimScopedRecords(tx, [request.number], { scope: grant.scope }, who);
  if (record === undefined || record.state === "withdrawn" || record.state === "draft")
    return "no-such-record";
  if (record.own) return "own-record";
  const { number, kind, date, name, personId } = record;
  const filed = { number, kind, date };
  if (record.state === "returned") return { of: "verify.back-already", record: filed, by: record.returnedBy };
  const sure = await askFirst(tx, { ...request, reason }, world);
  if (sure !== null) return sure;
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
  const word = { kind: "verify.came-back", record: filed, by: grant.actorName, reason } as const;
  return {
    outcome: { of: "verify.returned", record: filed, name, reason },
    news: [
      { to: personId, key: `returned:${number}:${at.toISOString()}`, word },
      ...(await originNews(tx, [record], name, "returned", world)),
    ],
  };
}

async function askFirst(tx: Tx, request: Return, { today }: World): Promise<SureOutcome | null> {
  const { do: what, number, reason, ask, seen } = request;
  const [record] = await listByNumber(tx, [number]);
  if (record === undefined) return null;
  const now = sightOf(sightOfRecord(record), reason);
  if (ask !== true && (seen === undefined || seen === now)) return null;
  return {
    of: "sure",
    card: `r-${number}~${now}`,
    request: { do: what, number, reason, seen: now },
    question: { kind: "sure.return", record, reason, moved: ask !== true, today },
  };
}
