import type { Tx } from "#db/client.ts";
import { deleteAccount, findAccountPerson, upsertAccount } from "#db/queries/accounts.ts";
import { closeConversations } from "#db/queries/conversations.ts";
import { replaceAccounts } from "#db/queries/former-accounts.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { type Attempts, claimInvite, countAttempts, findTyped, insertAttempt } from "#db/queries/invites.ts";
import { hasSession } from "#db/queries/sessions.ts";
import type { Vault } from "#db/vault.ts";
import { TYPED_LENGTH } from "#src/domain/access-code.ts";
import type { AccountAddress, AccountOutcome } from "#src/domain/requests/account.ts";
import type { Log } from "#src/kernel/log.ts";
import { hasPassingIds } from "#src/message/passing-ids.ts";
import { codeHash } from "./invite.ts";
import { isKeptCode, selectorOf } from "./typed-code.ts";

/**
 * Failed tries that are let through: by one sender or from one address block in ten minutes, by all in an hour. One
 * block has at most half of that hour, so that nobody closes binding to everybody else alone.
 */
const MOST: Attempts = { bySender: 5, byOrigin: 50, byOriginHour: 100, overall: 200 };

/** What binding an account works with. */
export type BindParts = { readonly vault: Vault; readonly log: Log };

/** An account that was bound, and to whom. */
export type Bound = {
  readonly outcome: Extract<AccountOutcome, { of: "account.bind" }>;
  readonly personId: number;
};

/**
 * Ties an account to the person whom a one-time code was made for; an account that was somebody else's becomes this
 * person's, and nothing of the other is left in it. Every failure has the one answer `bad-code`, so that nobody learns
 * which it was. Too many tries raise an alarm in the log. A conversation that a cookie opens is never tied, whatever
 * the code: somebody else may hold a copy of that cookie, and the code opens a session of its own instead (ASVS 7.2.4).
 * Where ids do not last, the new account takes the place of those that the network has said to be gone, and what was
 * open there goes on; one that may be alive stays, and keeps what is its own.
 */
export async function bindAccount(
  tx: Tx,
  { vault, log }: BindParts,
  account: AccountAddress & { readonly origin?: string },
  code: string,
  now: Date,
): Promise<Bound | "bad-code" | "account-entrance"> {
  if (await hasSession(tx, account.conversation)) return "account-entrance";
  const who = { sender: account.sender, origin: account.origin ?? null };
  const attempts = await countAttempts(tx, who, now);
  // A try that is not let through counts for nobody and is not written down: a flood closes nothing and grows no table.
  if (!isLetThrough(attempts)) return "bad-code";
  const person = await claim(tx, vault, code, now);
  await insertAttempt(tx, { ...who, hit: person !== undefined }, now);
  if (person === undefined) {
    if (attempts.overall + 1 === MOST.overall) log.error("codes.guessing", { attempts: MOST.overall });
    return "bad-code";
  }
  const before = await findAccountPerson(tx, account);
  if (before !== undefined && before !== person.personId)
    await closeConversations(tx, [account.conversation]);
  await upsertAccount(tx, account, person.personId, now);
  const goesOn = hasPassingIds(account.channel) && (await replaceAccounts(tx, account, person.personId));
  await insertAudit(tx, [
    {
      at: now,
      actorId: person.personId,
      action: "account.bind",
      subject: "person",
      subjectId: person.personId,
    },
  ]);
  const outcome = { of: "account.bind", name: person.name, ...(goesOn && { goesOn }) } as const;
  return { outcome, personId: person.personId };
}

// A code in a link has 128 bits and is looked up; a typed one costs a slow hash, hit or miss (ASVS 6.5.2).
async function claim(
  tx: Tx,
  vault: Vault,
  code: string,
  now: Date,
): Promise<{ personId: number; name: string } | undefined> {
  const hash = codeHash(vault, code);
  if (code.length !== TYPED_LENGTH) return claimInvite(tx, { hash }, now);
  const found = await findTyped(tx, selectorOf(vault, code), now);
  const isRight = await isKeptCode(vault, code, found?.hash);
  return claimInvite(tx, isRight && found !== undefined ? { id: found.id } : { hash }, now);
}

const isLetThrough = (attempts: Attempts): boolean =>
  attempts.bySender < MOST.bySender &&
  attempts.byOrigin < MOST.byOrigin &&
  attempts.byOriginHour < MOST.byOriginHour &&
  attempts.overall < MOST.overall;

/** Unties an account: whoever speaks there is a guest from now on. */
export async function unbindAccount(
  tx: Tx,
  account: AccountAddress,
  personId: number,
  now: Date,
): Promise<Extract<AccountOutcome, { of: "account.unbind" }>> {
  await closeConversations(tx, [account.conversation]);
  await deleteAccount(tx, account);
  await insertAudit(tx, [
    { at: now, actorId: personId, action: "account.unbind", subject: "person", subjectId: personId },
  ]);
  return { of: "account.unbind" };
}
