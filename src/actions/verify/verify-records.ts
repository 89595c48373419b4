import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { listByNumber } from "#db/queries/figures/records.ts";
import {
  listUnverified,
  claimScopedRecords,
  markVerified,
  type ScopedRecord,
} from "#db/queries/figures/unverified.ts";
import type { FigureRefusal } from "#src/domain/requests/figures.ts";
import type { VerifyOutcome, VerifyRequest } from "#src/domain/requests/verify.ts";
import type { World } from "#src/domain/rules.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import { resolveFrame, waitedSince } from "../figures/frame.ts";
import type { Grant } from "../gate.ts";

type Asked<K extends VerifyRequest["do"]> = Extract<VerifyRequest, { do: K }>;

/** How many records one yes verifies. */
const AT_ONCE = 200;
const SHOWN = 5;

/** Verifies records by their numbers. Nobody verifies what concerns himself; each number's fate is told. */
export async function verifyRecords(
  tx: Tx,
  grant: Grant,
  { numbers }: Asked<"verify.mark">,
  world: World,
): Promise<VerifyOutcome> {
  const actorId = grant.actorId ?? 0;
  const found = await claimScopedRecords(
    tx,
    numbers,
    { scope: grant.scope },
    { actorId, waitedSince: waitedSince(world) },
  );
  const by = (fits: (record: ScopedRecord) => boolean): string[] =>
    found.filter(fits).map((one) => one.number);
  const open = found.filter((one) => one.state === "confirmed");
  const ready = open.filter((one) => !one.own && !one.waiting);
  const ids = ready.map((one) => one.id);
  await markVerified(tx, ids, actorId, world.now);
  const line = { at: world.now, actorId, action: "report.verify", subject: "duty_record" };
  await insertAudit(
    tx,
    ids.map((subjectId) => ({ ...line, subjectId })),
  );
  const standing = new Set(by((one) => one.state === "confirmed" || one.state === "verified"));
  return {
    of: "verify.marked",
    done: ready.map((one) => one.number),
    already: by((one) => one.state === "verified"),
    own: open.filter((one) => one.own).map((one) => one.number),
    waiting: open.filter((one) => one.waiting && !one.own).map((one) => one.number),
    unknown: numbers.filter((number) => !standing.has(number)),
  };
}

/** Finds what is to be verified and asks before it is done. Only what was found is verified by the yes. */
export async function listToVerify(
  tx: Tx,
  grant: Grant,
  { basis, messageId }: Asked<"verify.list">,
  world: World,
): Promise<SureOutcome | VerifyOutcome | FigureRefusal> {
  const frame = await resolveFrame(tx, grant, basis, world);
  if (typeof frame === "string") return frame;
  const who = { actorId: grant.actorId ?? 0, waitedSince: waitedSince(world) };
  const { numbers, total } = await listUnverified(tx, frame.filter, who, AT_ONCE);
  if (numbers.length === 0) return { of: "verify.none" };
  return {
    of: "sure",
    card: `v${messageId}`,
    request: { do: "verify.mark", numbers },
    question: {
      kind: "sure.verify",
      subject: frame.subject,
      records: await listByNumber(tx, numbers.slice(0, SHOWN)),
      count: numbers.length,
      left: total - numbers.length,
      today: world.today,
    },
  };
}
