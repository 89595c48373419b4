import type { Tx } from "#db/client.ts";
import { type Holder, listHolders } from "#db/queries/holders.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { AccountOutcome, AccountRefusal, AccountRequest } from "#src/domain/requests/account.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "../gate.ts";

type Find = Extract<AccountRequest, { do: "account.find" }>;

/**
 * Looks up whom a code is for, or whose accounts are to be taken away, and asks before anything is done. Several of one
 * name are asked about.
 */
export async function findHolder(
  tx: Tx,
  grant: Grant,
  request: Find,
  when: When,
): Promise<SureOutcome | AccountOutcome | AccountRefusal> {
  const { what, name, hint, messageId } = request;
  const named = await listHolders(tx, grant.scope, { name }, when);
  const meant = named.filter(
    ({ code, seat }) => hint === "" || code === hint || seat?.includes(hint) === true,
  );
  const [one, ...others] = meant;
  if (one === undefined) return "account-nobody";
  if (others.length > 0)
    return {
      of: "account.which",
      messageId,
      what,
      people: meant.map(({ personId, code, seat }) => ({ personId, name, code, seat })),
    };
  return ask(grant, one, { what, messageId });
}

/** The same about a person who was chosen among several. */
export async function findChosen(
  tx: Tx,
  grant: Grant,
  { personId, ...about }: Extract<AccountRequest, { do: "account.choose" }>,
  when: When,
): Promise<SureOutcome | AccountRefusal> {
  const [one] = await listHolders(tx, grant.scope, { personId }, when);
  return one === undefined ? "account-nobody" : ask(grant, one, about);
}

function ask(
  grant: Grant,
  holder: Holder,
  { what, messageId }: Pick<Find, "what" | "messageId">,
): SureOutcome | AccountRefusal {
  const { personId, name, code, seat, accounts, holdsKey } = holder;
  const refusal = refusalOf(grant, holder);
  if (refusal !== null) return refusal;
  if (what === "revoke" && accounts === 0 && !holdsKey) return "account-none";
  return {
    of: "sure",
    card: `c${messageId}`,
    request: { do: what === "invite" ? "account.invite" : "account.revoke", personId },
    question: { kind: "sure.account", what, name, code, seat, accounts },
  };
}

// Whoever could make a code for somebody with more rights could take those rights; one's own come from others.
function refusalOf(grant: Grant, { personId, isBelow }: Holder): AccountRefusal | null {
  if (personId === grant.actorId) return "account-own";
  return isBelow ? null : "account-by-operator";
}

/** The person for whom something is done with accounts, if the actor may. */
export async function allowHolder(
  tx: Tx,
  grant: Grant,
  personId: number,
  when: When,
): Promise<Holder | AccountRefusal> {
  const [one] = await listHolders(tx, grant.scope, { personId }, when);
  return one === undefined ? "account-nobody" : (refusalOf(grant, one) ?? one);
}
