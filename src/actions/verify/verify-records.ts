import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { listByNumber } from "#db/queries/figures/records.ts";
import { claimScopedRecords, markVerified, type ScopedRecord } from "#db/queries/figures/unverified.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { FigureRefusal } from "#src/domain/requests/figures.ts";
import type { Verified, VerifyOutcome, VerifyRequest } from "#src/domain/requests/verify.ts";
import type { World } from "#src/domain/rules.ts";
import { waitedSince } from "#src/domain/figures/waited-since.ts";
import type { Grant } from "../gate.ts";
import { listToVerify, sightOfRecord } from "./list-to-verify.ts";

type Mark = Extract<VerifyRequest, { do: "verify.mark" }>;

/**
 * Verifies records by their numbers; after a list only those that are still what was shown, and what is left of the
 * list is shown next. Nobody verifies what concerns himself; each number's fate is told.
 */
export async function verifyRecords(
  tx: Tx,
  grant: Grant,
  request: Mark,
  world: World,
): Promise<VerifyOutcome | SureOutcome | FigureRefusal> {
  const done = await verify(tx, grant, request, world);
  const { shown } = request;
  if (shown === undefined) return { of: "verify.marked", ...done };
  const next = await listToVerify(tx, grant, shown, world, done);
  return typeof next === "string" || next.of === "verify.none" ? { of: "verify.marked", ...done } : next;
}

async function verify(tx: Tx, grant: Grant, { numbers, shown }: Mark, world: World): Promise<Verified> {
  const actorId = grant.personId;
  const who = { actorId, waitedSince: waitedSince(world) };
  const found = await claimScopedRecords(tx, numbers, { scope: grant.scope }, who);
  const changed = shown === undefined ? [] : await listChanged(tx, numbers, shown.sights);
  const open = found.filter((one) => one.state === "confirmed");
  const ready = open.filter((one) => !one.own && !one.waiting && !changed.includes(one.number));
  const ids = ready.map((one) => one.id);
  await markVerified(tx, ids, actorId, world.now);
  const line = { at: world.now, actorId, action: "report.verify", subject: "duty_record" };
  await insertAudit(
    tx,
    ids.map((subjectId) => ({ ...line, subjectId })),
  );
  const already = found.filter((one) => one.state === "verified");
  const standing = new Set(numbersOf([...open, ...already]));
  const [one = null] = ready.length === 1 ? await listByNumber(tx, numbersOf(ready)) : [];
  return {
    done: numbersOf(ready),
    already: numbersOf(already),
    alreadyBy: [...new Set(already.flatMap(({ verifiedBy }) => verifiedBy ?? []))],
    changed: numbersOf(open.filter(({ number, own }) => !own && changed.includes(number))),
    own: numbersOf(open.filter((each) => each.own)),
    waiting: numbersOf(open.filter((each) => each.waiting && !each.own)),
    unknown: numbers.filter((number) => !standing.has(number)),
    one,
  };
}

const numbersOf = (records: readonly ScopedRecord[]): string[] => records.map(({ number }) => number);

async function listChanged(tx: Tx, numbers: readonly string[], sights: readonly string[]): Promise<string[]> {
  const now = new Map((await listByNumber(tx, numbers)).map((one) => [one.number, sightOfRecord(one)]));
  return numbers.filter((number, index) => now.get(number) !== sights[index]);
}
