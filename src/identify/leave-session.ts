import type { Tx } from "#db/client.ts";
import { findAccountPerson } from "#db/queries/accounts.ts";
import { endSession } from "#db/queries/sessions.ts";
import { type Address, splitAddress } from "#src/message/address.ts";
import { unbindAccount } from "./bind.ts";

/**
 * Ends a web session by its cookie's hash. With it goes the account that was bound to it: nobody can read there any
 * more, and a notice that was sent to it would count as delivered. Ending it twice, or what never was, does nothing.
 */
export async function leaveSession(tx: Tx, tokenHash: string, now: Date): Promise<void> {
  const conversation = await endSession(tx, tokenHash, now);
  if (conversation === undefined) return;
  const account = toWebAccount(conversation);
  const personId = await findAccountPerson(tx, account);
  if (personId !== undefined) await unbindAccount(tx, account, personId, now);
}

function toWebAccount(conversation: Address) {
  const { channel, bot } = splitAddress(conversation);
  return { channel, bot, sender: conversation, conversation };
}
