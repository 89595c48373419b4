import type { Tx } from "#db/client.ts";
import { type KnownAccount, listAccounts } from "#db/queries/accounts.ts";
import type { Day } from "#src/domain/day.ts";
import { NOTICE_VERSION } from "#src/domain/notice.ts";
import type { Speaker } from "#src/domain/person.ts";
import type { Address } from "#src/message/address.ts";

/** Somebody who spoke, and whether the notice of privacy is still owed. */
export type Identified = { readonly speaker: Speaker; readonly firstContact: boolean };

const GUEST: Identified = { speaker: { kind: "guest" }, firstContact: true };

/** Who is behind each sender address on a day of the district. An address that nobody bound is a guest; display names are never believed. */
export async function identify(
  tx: Tx,
  senders: readonly Address[],
  today: Day,
): Promise<(sender: Address) => Identified> {
  const accounts = await listAccounts(tx, senders, today);
  const known = new Map(accounts.map((one) => [one.sender, toIdentified(one)]));
  return (sender) => known.get(sender) ?? GUEST;
}

function toIdentified(account: KnownAccount): Identified {
  const { personId, name, mandates, roles } = account;
  const speaker: Speaker =
    account.kind === "resident"
      ? { kind: "resident", personId }
      : { kind: "member", personId, name, mandates, roles };
  return { speaker, firstContact: account.noticeVersion !== NOTICE_VERSION };
}
