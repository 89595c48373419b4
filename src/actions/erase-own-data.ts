import type { Tx } from "#db/client.ts";
import { deleteAccounts } from "#db/queries/accounts.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertWithdrawal } from "#db/queries/consents.ts";
import { closeConversations, listConversations } from "#db/queries/conversations.ts";
import {
  countErasable,
  countKept,
  emptyShown,
  eraseOwn,
  listOwnOpinionNumbers,
  listShownContacts,
} from "#db/queries/own-erasure.ts";
import { endSessionsOf } from "#db/queries/sessions.ts";
import type { Vault } from "#db/vault.ts";
import type { Facts } from "#src/domain/facts.ts";
import { NOTICE_VERSION } from "#src/domain/notice.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { OwnDataOutcome, OwnDataRequest } from "#src/domain/requests/own-data.ts";
import type { Grant } from "./gate.ts";

type Asked = Extract<OwnDataRequest, { do: "data.erase-preview" | "data.erase" }>;

/**
 * Erases what is kept about the speaker alone: the words of his conversations and from which account they came, files
 * that belong to nothing, how a resident can be reached, and his accounts, so that nobody is known there any more. Of a
 * guest there is this conversation and nothing else. The first request only counts. What the law has the office keep
 * stays, and is named (Personal Information Protection Law art. 47; Deputies Law art. 58); a resident may have the words
 * of his opinions go as well. The session that asks stays open, as a stranger's, for the answer to be read.
 */
export async function eraseOwnData(
  tx: Tx,
  vault: Vault,
  { actorId }: Grant,
  request: Asked,
  { now, today, account, speaker }: Facts,
): Promise<OwnDataOutcome | SureOutcome> {
  const { why } = request;
  const isResident = speaker.kind !== "member";
  const conversations = actorId === null ? [account.conversation] : await listConversations(tx, [actorId]);
  const opinions = isResident && request.opinions === true;
  const whose = { personId: actorId, conversations, today, opinions };
  const erased = await countErasable(tx, whose);
  const kept = await countKept(tx, whose);
  if (request.do === "data.erase-preview")
    return {
      of: "sure",
      card: `erase~${request.messageId}`,
      request: { do: "data.erase", why, ...(opinions ? { opinions } : {}) },
      question: { kind: "sure.erase", why, erased, kept, mayReword: isResident && kept.opinions > 0 },
    };
  if (actorId !== null)
    await insertWithdrawal(tx, actorId, { channel: account.channel, version: NOTICE_VERSION }, now);
  await forgetShown(tx, vault, await listOwnOpinionNumbers(tx, whose));
  // News that is told no more is put aside first, and its words go with the rest.
  await closeConversations(tx, conversations);
  await eraseOwn(tx, whose);
  if (actorId !== null) await deleteAccounts(tx, [actorId]);
  const others = conversations.filter((one) => one !== account.conversation);
  await endSessionsOf(tx, others, now);
  const action = why === "erase" ? "data.erase" : "consent.withdraw";
  await insertAudit(tx, [{ at: now, actorId, action, subject: "person", subjectId: actorId }]);
  return { of: "data.erased", why, erased, kept };
}

// What staff were shown of it lies in their chats, under the number of the opinion.
async function forgetShown(tx: Tx, vault: Vault, numbers: readonly string[]): Promise<void> {
  if (numbers.length === 0) return;
  const shown = await listShownContacts(tx);
  const about = shown.filter(({ body }) => {
    const said = vault.open(body);
    return numbers.some((number) => said.includes(number));
  });
  await emptyShown(tx, [...new Set(about.map((one) => one.key))]);
}
