import type { Tx } from "#db/client.ts";
import { deleteOtherAccounts, listLogins } from "#db/queries/accounts.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { closeConversations, listConversations } from "#db/queries/conversations.ts";
import { voidInvites } from "#db/queries/invites.ts";
import { endSessionsOf } from "#db/queries/sessions.ts";
import type { Facts } from "#src/domain/facts.ts";
import { localDay } from "#src/domain/local-time.ts";
import type { AccountOutcome } from "#src/domain/requests/account.ts";
import type { Grant } from "../gate.ts";

/** Where the speaker is known: a telephone that was lost, or that is somebody else's, shows here. */
export async function listOwnLogins(
  tx: Tx,
  { personId }: Grant,
  { account, zone }: Facts,
): Promise<AccountOutcome> {
  const logins = await listLogins(tx, personId);
  return {
    of: "account.logins",
    logins: logins.map(({ channel, conversation, boundAt, usedAt }) => ({
      channel,
      boundOn: localDay(boundAt, zone),
      usedOn: usedAt === null ? null : localDay(usedAt, zone),
      here: conversation === account.conversation,
    })),
  };
}

/**
 * Unties every account of the speaker's but the one that speaks, and ends their sessions. A code of his that nobody has
 * used yet is void with them: somebody else may hold it.
 */
export async function leaveOtherLogins(
  tx: Tx,
  { personId }: Grant,
  { account, now }: Facts,
): Promise<AccountOutcome> {
  const held = await listConversations(tx, [personId]);
  await closeConversations(
    tx,
    held.filter((one) => one !== account.conversation),
  );
  const gone = await deleteOtherAccounts(tx, personId, account.conversation);
  await endSessionsOf(tx, gone, now);
  const codes = await voidInvites(tx, [personId], now);
  const line = { at: now, actorId: personId, action: "account.leave-others", subject: "person" };
  if (gone.length + codes > 0) await insertAudit(tx, [{ ...line, subjectId: personId }]);
  return { of: "account.leave-others", accounts: gone.length, codes };
}
