import type { Tx } from "#db/client.ts";
import { listByNumber } from "#db/queries/figures/records.ts";
import { listUnverified } from "#db/queries/figures/unverified.ts";
import type { RecordLine } from "#src/domain/figures/figure-view.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { FigureRefusal } from "#src/domain/requests/figures.ts";
import type { Verified, VerifyOutcome, VerifyRequest } from "#src/domain/requests/verify.ts";
import type { World } from "#src/domain/rules.ts";
import { waitedSince } from "#src/domain/figures/waited-since.ts";
import { resolveFrame } from "../figures/frame.ts";
import type { Grant } from "../gate.ts";
import { sightOf } from "../sight-of.ts";

/** How many records one card shows, and one yes verifies. */
const AT_ONCE = 8;

/** A mark of a record as a list shows it, whether or not somebody has verified it since. */
export const sightOfRecord = (record: RecordLine): string => sightOf({ ...record, verified: false });

/**
 * Finds what is to be verified and asks before it is done. Only what is shown is verified by the yes: `done` is what
 * the yes to the list before this one did.
 */
export async function listToVerify(
  tx: Tx,
  grant: Grant,
  { basis, without }: Pick<Extract<VerifyRequest, { do: "verify.list" }>, "basis" | "without">,
  world: World,
  done?: Verified,
): Promise<SureOutcome | VerifyOutcome | FigureRefusal> {
  const frame = await resolveFrame(tx, grant, basis, world);
  if (typeof frame === "string") return frame;
  const who = { actorId: grant.personId, waitedSince: waitedSince(world) };
  const { numbers, total } = await listUnverified(tx, frame.filter, who, AT_ONCE, without);
  if (numbers.length === 0) return { of: "verify.none" };
  const records = await listByNumber(tx, numbers);
  const sights = records.map(sightOfRecord);
  const left = without === undefined ? {} : { without };
  return {
    of: "sure",
    card: `v~${sightOf(sights)}`,
    request: {
      do: "verify.mark",
      numbers: records.map(({ number }) => number),
      shown: { sights, basis, ...left },
    },
    question: {
      kind: "sure.verify",
      subject: frame.subject,
      records,
      left: total - records.length,
      ...(without === undefined ? {} : { without: [...without.people, ...without.numbers] }),
      ...(done === undefined ? {} : { done }),
    },
  };
}
