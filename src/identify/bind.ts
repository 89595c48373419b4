import type { Tx } from "#db/client.ts";
import { deleteAccount, findAccountPerson, upsertAccount } from "#db/queries/accounts.ts";
import { closeConversations } from "#db/queries/conversations.ts";
import { replaceAccounts } from "#db/queries/former-accounts.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { claimInvite, type OpenInvite } from "#db/queries/invites.ts";
import { hasSession } from "#db/queries/sessions.ts";
import type { AccountAddress, AccountOutcome } from "#src/domain/requests/account.ts";
import { hasPassingIds } from "#src/message/passing-ids.ts";
import type { BadNumber } from "./bad-number.ts";
import { passKeptFactor } from "./second-factor.ts";
import { type BindParts, type Trier, tryCode } from "./tries.ts";

/** An account that was bound, and to whom. */
export type Bound = {
  readonly outcome: Extract<AccountOutcome, { of: "account.bind" }>;
  readonly personId: number;
};

/**
 * Ties an account to the person whom a one-time code was made for; an account that was somebody else's becomes this
 * person's, and nothing of the other is left in it. Every failure has the one answer `bad-code`, so that nobody learns
 * which it was. Too many tries raise an alarm in the log. Whoever has set an authenticator up shows its number here,
 * too: otherwise a code that got into other hands would go around it. The code is used up with the number and not
 * before. A conversation that a cookie opens is never tied, whatever the code: somebody else may hold a copy of that
 * cookie, and the code opens a session of its own instead (ASVS 7.2.4). Where ids do not last, the new account takes the
 * place of those that the network has said to be gone, and what was open there goes on; one that may be alive stays,
 * and keeps what is its own.
 */
export async function bindAccount(
  tx: Tx,
  parts: BindParts,
  account: BoundAccount,
  { code, given }: Shown,
  now: Date,
): Promise<Bound | "number-wanted" | BadNumber | "bad-code" | "account-entrance"> {
  if (await hasSession(tx, account.conversation)) return "account-entrance";
  const who = toTrier(account);
  const invite = await tryCode(tx, parts, who, code, now);
  if (invite === undefined) return "bad-code";
  const passed = await passKeptFactor(tx, parts, { person: invite, given, origin: who.origin }, now);
  return passed === "passed" ? takeAccount(tx, account, invite, now) : passed;
}

/** What somebody shows to be let in: a one-time code, and the number of an authenticator. */
export type Shown = { readonly code: string; readonly given: string | undefined };

/** An account with the neighbourhood it comes from, where the network says one. */
export type BoundAccount = AccountAddress & { readonly origin?: string };

/** An account as it stands among the tries. */
export const toTrier = ({ sender, origin }: BoundAccount): Trier => ({ sender, origin: origin ?? null });

/** Uses an invitation up and ties the account to its person. */
export async function takeAccount(
  tx: Tx,
  account: AccountAddress,
  { id, personId, name }: OpenInvite,
  now: Date,
): Promise<Bound> {
  await claimInvite(tx, id, now);
  const before = await findAccountPerson(tx, account);
  if (before !== undefined && before !== personId) await closeConversations(tx, [account.conversation]);
  await upsertAccount(tx, account, personId, now);
  const goesOn = hasPassingIds(account.channel) && (await replaceAccounts(tx, account, personId));
  await insertAudit(tx, [
    { at: now, actorId: personId, action: "account.bind", subject: "person", subjectId: personId },
  ]);
  return { outcome: { of: "account.bind", name, ...(goesOn && { goesOn }) }, personId };
}

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
