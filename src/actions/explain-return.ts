import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { listNamed } from "#db/queries/companions.ts";
import { markState } from "#db/queries/duty-records.ts";
import { claimReturned, type Returned } from "#db/queries/returned.ts";
import { markSpoken } from "#db/queries/shares.ts";
import { listTownshipStaff } from "#db/queries/staff.ts";
import type { News } from "#src/domain/news.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ReopenOutcome, ReopenRequest } from "#src/domain/requests/reopen.ts";
import type { ReportRefusal } from "#src/domain/requests/report.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "./gate.ts";
import { companionNews } from "./report-news.ts";
import { originNews } from "./share-news.ts";

type Explain = Extract<ReopenRequest, { do: "report.explain" }>;
type Explained = { readonly outcome: ReopenOutcome; readonly news: readonly News[] };

/** As many as are shown to choose from. */
const MOST = 4;

/**
 * Gives a record that was sent back to staff once more, as it is, with what its deputy says of it: shown first. It stands
 * again and waits to be verified, and the words stay with it. The deputy has spoken on it, if staff entered it; those it
 * names and who have not decided are asked once more, and whoever has a share hears that it stands.
 */
export async function explainReturn(
  tx: Tx,
  grant: Grant,
  request: Explain,
  world: World,
): Promise<Explained | ReopenOutcome | SureOutcome | ReportRefusal> {
  const { actorId, actorName: by } = grant;
  const words = withoutPersonalData(request.words).trim();
  if (actorId === null) return "not-returned";
  const waiting = await claimReturned(tx, actorId);
  const named = waiting.filter((one) => request.number === undefined || one.number === request.number);
  const [back, other] = named;
  if (back === undefined) return "not-returned";
  if (other !== undefined) return { of: "reopen.which", filings: named.slice(0, MOST).map(toLine), words };
  const { number, kind, date, reason } = back;
  const record = { number, kind, date };
  if (request.sure !== true)
    return {
      of: "sure",
      card: `x-${number}`,
      request: { do: "report.explain", number, words, sure: true },
      question: { kind: "sure.explain", record, reason, words },
    };
  const at = world.now;
  const change = {
    byPerson: actorId,
    field: "state",
    before: "returned",
    after: `explained: ${words}`,
    at,
  };
  await markState(tx, [back.id], "confirmed", change);
  await markSpoken(tx, [back.id], at);
  const line = { at, actorId, action: "report.explain", subject: "duty_record", subjectId: back.id };
  await insertAudit(tx, [line]);
  const told = (await listReaders(tx, back, world)).map((to): News => ({
    to,
    key: `explained:${number}:${at.toISOString()}`,
    word: { kind: "reopen.told", record, by, reason, words },
  }));
  const news = [
    ...told,
    ...companionNews(await listNamed(tx, [back.id]), by, at),
    ...(await originNews(tx, [back], by, "restored", world)),
  ];
  return { outcome: { of: "reopen.explained", record, words }, news };
}

// Whoever sent it back, and who looks after the deputy from day to day.
async function listReaders(tx: Tx, { mandateId, by }: Returned, { today }: World): Promise<number[]> {
  const staff = await listTownshipStaff(tx, [mandateId], today);
  return by === null || staff.includes(by) ? staff : [by, ...staff];
}

const toLine = ({ number, kind, date, place }: Returned) =>
  ({ of: "record", number, what: kind, on: date, place }) as const;
