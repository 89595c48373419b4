import { randomBytes } from "node:crypto";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findFactor, markWanted, offerFactor } from "#db/queries/second-factors.ts";
import type { Vault } from "#db/vault.ts";
import type { AccountOutcome } from "#src/domain/requests/account.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "../gate.ts";

/**
 * Whoever wants it, whatever the policy says, is asked for an authenticator from his next entrance at the web chat on.
 * It is set up there and not here: with a fresh code, and in no chat (ASVS 7.5.1). The secret that is written down until
 * then is known to nobody, and another takes its place.
 */
export async function wantFactor(
  tx: Tx,
  vault: Vault,
  { personId }: Grant,
  { now }: Pick<When, "now">,
): Promise<AccountOutcome> {
  const kept = await findFactor(tx, personId);
  if (kept?.confirmed === true || kept?.wanted === true)
    return { of: "account.factor", confirmed: kept.confirmed };
  if (kept === undefined) await offerFactor(tx, personId, vault.sealBytes(randomBytes(20)), now);
  await markWanted(tx, personId, now);
  const line = { at: now, actorId: personId, action: "factor.want", subject: "person" };
  await insertAudit(tx, [{ ...line, subjectId: personId }]);
  return { of: "account.factor", confirmed: false };
}
