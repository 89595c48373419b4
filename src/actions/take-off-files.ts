import { type Attached, findAttachedLast, listAttached, untieFiles } from "#db/queries/attached.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { claimRecord, traceChanges } from "#db/queries/duty-records.ts";
import { listFilings } from "#db/queries/filings.ts";
import { daysBefore } from "#src/domain/ago.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { AttachmentOutcome, AttachmentRequest, FilesMeant } from "#src/domain/requests/attachment.ts";
import type { ReportRefusal } from "#src/domain/requests/report.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "./gate.ts";

type TakeOff = Extract<AttachmentRequest, { do: "file.take-off" }>;

/** As many as are shown to choose from. */
const MOST = 4;

/**
 * Takes files off a deputy's own record: shown first, then taken off with a trace, and nobody sees them any more. A
 * verified record only staff may change.
 */
export async function takeOffFiles(
  tx: Tx,
  { actorId }: Grant,
  request: TakeOff,
  world: World,
): Promise<AttachmentOutcome | SureOutcome | ReportRefusal> {
  if (actorId === null) return "no-such-record";
  const number = await settle(tx, actorId, request, world);
  if (typeof number !== "string") return number;
  const record = await claimRecord(tx, number, actorId);
  if (record === undefined) return "no-such-record";
  if (record.state === "verified") return "already-verified";
  const lying = await listAttached(tx, record.id);
  const meant = meantOf(lying, request);
  if (meant.length === 0) return { of: "file.none-on", number };
  if (request.shown === undefined) {
    const { kind, startsOn: date } = record;
    return askFirst({ number, kind, date }, lying, meant, request);
  }
  const taken = await untieFiles(
    tx,
    record.id,
    meant.map((one) => one.id),
  );
  const total = lying.length - taken;
  const at = world.now;
  const change = { field: "files", before: String(lying.length), after: String(total), at };
  await traceChanges(tx, [{ recordId: record.id, byPerson: actorId, ...change }]);
  await insertAudit(tx, [
    { at, actorId, action: "file.take-off", subject: "duty_record", subjectId: record.id },
  ]);
  return { of: "file.taken-off", number, taken, total };
}

async function settle(
  tx: Tx,
  actorId: number,
  { number, like }: TakeOff,
  { now, policy, zone }: World,
): Promise<string | AttachmentOutcome> {
  if (number !== undefined) return number;
  if (like === undefined) {
    const since = daysBefore(now, policy.records.correction_reaches_days);
    return (await findAttachedLast(tx, actorId, since)) ?? { of: "file.none-on" };
  }
  const filings = await listFilings(tx, actorId, { ...like, of: "record" }, zone, MOST);
  const [one, other] = filings;
  if (one === undefined) return { of: "file.none-on" };
  return other === undefined ? one.number : { of: "file.which", filings, off: true };
}

const meantOf = (lying: readonly Attached[], { which, shown }: TakeOff): readonly Attached[] =>
  shown === undefined ? pick(lying, which) : lying.filter((one) => shown.includes(one.id));

function pick(lying: readonly Attached[], which: FilesMeant): readonly Attached[] {
  if (which === "all") return lying;
  if (typeof which === "object") return lying.slice(which.nth - 1, which.nth);
  return lying.slice(-1);
}

const askFirst = (
  record: { readonly number: string } & Extract<SureOutcome["question"], { kind: "sure.take-off" }>["record"],
  lying: readonly Attached[],
  meant: readonly Attached[],
  { which }: TakeOff,
): SureOutcome => ({
  of: "sure",
  card: `f-${record.number}~${meant.length}`,
  request: { do: "file.take-off", number: record.number, which, shown: meant.map((one) => one.id) },
  question: {
    kind: "sure.take-off",
    record,
    names: meant.map((one) => one.name),
    left: lying.length - meant.length,
    ...(which === "unsaid" && lying.length > 1 ? { unsaid: true as const } : {}),
  },
});
