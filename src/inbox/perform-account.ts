import { randomBytes } from "node:crypto";
import type { Tx } from "#db/client.ts";
import { allowHolder, findChosen, findHolder } from "#src/actions/accounts/find-holder.ts";
import { wantFactor } from "#src/actions/accounts/want-factor.ts";
import { leaveOtherLogins, listOwnLogins } from "#src/actions/accounts/own-logins.ts";
import type { Grant } from "#src/actions/gate.ts";
import { listElsewhere } from "#db/queries/former-accounts.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { Outcome, Refusal, Request } from "#src/domain/request.ts";
import type { AccountRequest } from "#src/domain/requests/account.ts";
import { bindAccount, unbindAccount } from "#src/identify/bind.ts";
import { invitePeople, revokePeople } from "#src/identify/invite.ts";
import { isBadNumber } from "#src/identify/bad-number.ts";
import { runsIn, tellOwner } from "#src/identify/tell-owner.ts";
import { splitAddress } from "#src/message/address.ts";
import { hasPassingIds } from "#src/message/passing-ids.ts";
import type { Performed, PerformParts } from "./perform.ts";

/** True for what is asked about chat accounts. */
export const isAboutAccounts = (request: Request): request is AccountRequest =>
  request.do.startsWith("account.");

/** Does what was asked about chat accounts. */
export function performAccount(
  tx: Tx,
  parts: PerformParts,
  grant: Grant,
  request: AccountRequest,
  facts: Facts,
): Promise<Outcome | Performed | Refusal> {
  switch (request.do) {
    case "account.bind":
      return bind(tx, parts, request, facts);
    case "account.unbind":
      return unbindAccount(tx, facts.account, grant.personId, facts.now);
    case "account.logins":
      return listOwnLogins(tx, grant, facts);
    case "account.leave-others":
      return leaveOtherLogins(tx, grant, facts);
    case "account.factor":
      return wantFactor(tx, parts.vault, grant, facts);
    case "account.find":
      return findHolder(tx, grant, request, facts);
    case "account.choose":
      return findChosen(tx, grant, request, facts);
    case "account.invite":
      return invite(tx, parts, grant, request.personId, facts);
    case "account.revoke":
      return revoke(tx, parts, grant, request.personId, facts);
  }
}

// A code that went to somebody else is noticed: where ids change, a new account is nothing unusual, and may be another's.
async function bind(
  tx: Tx,
  parts: PerformParts,
  { do: asked, code, number }: Extract<AccountRequest, { do: "account.bind" }>,
  facts: Facts,
): Promise<Outcome | Performed | Refusal> {
  const { account, now, channels } = facts;
  const bound = await bindAccount(tx, parts, account, { code, given: number }, now);
  if (bound === "number-wanted") return { of: "account.number-wanted", code };
  if (typeof bound === "string") return bound;
  if (isBadNumber(bound))
    return {
      outcome: { of: "refused", request: asked, why: "account-bad-number" },
      news: await tellOwner(tx, bound, facts),
    };
  const { outcome, personId: to } = bound;
  if (!hasPassingIds(account.channel)) return { outcome, news: [] };
  const elsewhere = (await listElsewhere(tx, account, to)).filter(runsIn(channels));
  const isSecond = elsewhere
    .map(splitAddress)
    .some((one) => one.channel === account.channel && one.bot === account.bot);
  return {
    outcome: isSecond ? { ...outcome, second: true } : outcome,
    news: elsewhere.map((at) => ({
      to,
      at,
      key: `bound:${account.sender}:${now.getTime()}:${at}`,
      word: { kind: "account.bound-elsewhere" },
    })),
  };
}

// The person hears of it where he or she is bound already: a code that nobody asked for is noticed.
async function invite(
  tx: Tx,
  { vault }: PerformParts,
  grant: Grant,
  personId: number,
  facts: Facts,
): Promise<Performed | Refusal> {
  const holder = await allowHolder(tx, grant, personId, facts);
  if (typeof holder === "string") return holder;
  const [code] = await invitePeople(tx, vault, [personId], facts.now, randomBytes, grant.actorId);
  const { name, accounts } = holder;
  const word = { kind: "account.code-made", by: grant.actorName } as const;
  const key = `code:${personId}:${facts.now.getTime()}`;
  return {
    outcome: { of: "account.invite", name, accounts, typed: code?.typed ?? "" },
    news: accounts === 0 ? [] : [{ to: personId, key, word }],
  };
}

async function revoke(
  tx: Tx,
  { vault }: PerformParts,
  grant: Grant,
  personId: number,
  facts: Facts,
): Promise<Outcome | Refusal> {
  const holder = await allowHolder(tx, grant, personId, facts);
  if (typeof holder === "string") return holder;
  const accounts = await revokePeople(tx, vault, [personId], facts.now, grant.actorId);
  return { of: "account.revoke", name: holder.name, accounts };
}
