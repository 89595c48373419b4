import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { countMisses, voidInvites } from "#db/queries/invites.ts";
import type { Log } from "#src/kernel/log.ts";
import { MOST_NUMBERS } from "./tries.ts";

/** So many wrong numbers of one authenticator in a day, and what they were tried with is shut. */
const MOST_A_DAY = 20;

/**
 * A number that is none of his authenticator's, or was used, or came too often. `guessed` is whose it was where that is
 * no slip of a finger any more and its owner is to hear of it; `shut`, that what it was tried with is taken away.
 */
export type BadNumber = {
  readonly bad: "factor";
  readonly guessed?: { readonly personId: number; readonly shut: boolean };
};

/** A bad number that nobody needs to hear of. */
export const WRONG: BadNumber = { bad: "factor" };

/** Tells a bad number from all else that may come of showing one. */
export const isBadNumber = (checked: unknown): checked is BadNumber =>
  typeof checked === "object" && checked !== null && "bad" in checked;

type Missed = { readonly personId: number; readonly sender: string; readonly failed: number };

/**
 * Looks what a wrong number was: one that fills ten minutes stands in audit and log. After twenty in a day the open codes
 * of its owner are void, so that nobody who holds one goes on trying (ASVS 6.3.1).
 */
export async function checkedBadNumber(
  tx: Tx,
  log: Log,
  { personId, sender, failed }: Missed,
  now: Date,
): Promise<BadNumber> {
  if (failed === 0) return WRONG;
  const shut = (await countMisses(tx, sender, now)) >= MOST_A_DAY;
  if (failed < MOST_NUMBERS.bySender && !shut) return WRONG;
  log.warn("factor.guessing", { person: personId, attempts: failed });
  await insertAudit(tx, [
    { at: now, actorId: null, action: "factor.guessed", subject: "person", subjectId: personId },
  ]);
  if (shut) await voidInvites(tx, [personId], now);
  return { bad: "factor", guessed: { personId, shut } };
}
