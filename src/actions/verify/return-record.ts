import type { Tx } from "#db/client.ts";
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
import { sightOfRecord } from "./list-to-verify.ts";
import { sendBack } from "./send-back.ts";

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
  const { number, kind, date, name } = record;
  const filed = { number, kind, date };
  if (record.state === "returned") return { of: "verify.back-already", record: filed, by: record.returnedBy };
  const sure = await askFirst(tx, { ...request, reason });
  if (sure !== null) return sure;
  const news = await sendBack(tx, grant, [record], reason, world);
  return { outcome: { of: "verify.returned", record: filed, name, reason }, news };
}

async function askFirst(tx: Tx, request: Return): Promise<SureOutcome | null> {
  const { do: what, number, reason, ask, seen } = request;
  const [record] = await listByNumber(tx, [number]);
  if (record === undefined) return null;
  const now = sightOf(sightOfRecord(record), reason);
  if (ask !== true && (seen === undefined || seen === now)) return null;
  return {
    of: "sure",
    card: `r-${number}~${now}`,
    request: { do: what, number, reason, seen: now },
    question: { kind: "sure.return", record, reason, moved: ask !== true },
  };
}
