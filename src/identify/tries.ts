import type { Tx } from "#db/client.ts";
import {
  type Attempts,
  countAttempts,
  findByHash,
  findTyped,
  insertAttempt,
  type OpenInvite,
} from "#db/queries/invites.ts";
import type { Vault } from "#db/vault.ts";
import { TYPED_LENGTH } from "#src/domain/access-code.ts";
import type { Log } from "#src/kernel/log.ts";
import { codeHash } from "./invite.ts";
import { isKeptCode, selectorOf } from "./typed-code.ts";

/**
 * Failed tries that are let through: by one sender or from one address block in ten minutes, by all in an hour. One
 * block has at most half of that hour, so that nobody closes binding to everybody else alone.
 */
const MOST: Attempts = { bySender: 5, byOrigin: 50, byOriginHour: 100, overall: 200 };

/** What binding an account works with. */
export type BindParts = { readonly vault: Vault; readonly log: Log };

/** Who tries: an account or a person, and where the network says that it comes from. */
export type Trier = { readonly sender: string; readonly origin: string | null };

/**
 * Of the numbers of one person's authenticator. Only who holds a code or a session of that person comes to try them, so
 * that strangers who guess codes in many places keep nobody from his number.
 */
export const MOST_NUMBERS: Attempts = { ...MOST, overall: Number.POSITIVE_INFINITY };

const isLetThrough = (attempts: Attempts, most: Attempts): boolean =>
  attempts.bySender < most.bySender &&
  attempts.byOrigin < most.byOrigin &&
  attempts.byOriginHour < most.byOriginHour &&
  attempts.overall < most.overall;

/** What a try found; or that it failed, and how many of this sender's failed lately: none, where it was not let through. */
type Tried<T> = { readonly found: T } | { readonly failed: number };

/**
 * One try at something that can be guessed: what `attempt` finds, or a failure for a miss and for whoever tried too
 * often, which nobody must tell apart who tries. A try that is not let through counts for nobody and is not written
 * down: a flood closes nothing and grows no table. Too many raise an alarm in the log.
 */
export async function tryOnce<T>(
  tx: Tx,
  log: Log,
  who: Trier,
  now: Date,
  attempt: () => Promise<T | undefined>,
  most: Attempts = MOST,
): Promise<Tried<T>> {
  const attempts = await countAttempts(tx, who, now);
  if (!isLetThrough(attempts, most)) return { failed: 0 };
  const found = await attempt();
  await insertAttempt(tx, { ...who, hit: found !== undefined }, now);
  if (found === undefined && attempts.overall + 1 === MOST.overall)
    log.error("codes.guessing", { attempts: MOST.overall });
  return found === undefined ? { failed: attempts.bySender + 1 } : { found };
}

/** The open invitation that a code belongs to; it is not used up by that. */
export async function tryCode(
  tx: Tx,
  { vault, log }: BindParts,
  who: Trier,
  code: string,
  now: Date,
): Promise<OpenInvite | undefined> {
  const tried = await tryOnce(tx, log, who, now, () => findInvite(tx, vault, code, now));
  return "found" in tried ? tried.found : undefined;
}

// A code in a link has 128 bits and is looked up; a typed one costs a slow hash, hit or miss (ASVS 6.5.2).
async function findInvite(tx: Tx, vault: Vault, code: string, now: Date): Promise<OpenInvite | undefined> {
  const hash = codeHash(vault, code);
  if (code.length !== TYPED_LENGTH) return findByHash(tx, hash, now);
  const found = await findTyped(tx, selectorOf(vault, code), now);
  const isRight = await isKeptCode(vault, code, found?.hash);
  return isRight ? found : findByHash(tx, hash, now);
}
