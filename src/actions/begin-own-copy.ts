import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertTasks } from "#db/queries/tasks.ts";
import type { Vault } from "#db/vault.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { OwnDataOutcome, OwnDataRequest } from "#src/domain/requests/own-data.ts";
import type { Grant } from "./gate.ts";

/**
 * Writes down that somebody wants a copy of all that is stored about him (Personal Information Protection Law art. 45),
 * once for each message; it is made apart, outside any transaction. Every wish for one is in the audit.
 */
export async function beginOwnCopy(
  tx: Tx,
  vault: Vault,
  { actorId }: Grant,
  { messageId }: Extract<OwnDataRequest, { do: "data.export" }>,
  { account, now }: Facts,
): Promise<OwnDataOutcome | "not-bound"> {
  if (actorId === null) return "not-bound";
  const { conversation } = account;
  const body = vault.seal("{}");
  await insertTasks(
    tx,
    [{ key: `own:${messageId}`, kind: "own-data", personId: actorId, conversation, body }],
    now,
  );
  await insertAudit(tx, [{ at: now, actorId, action: "data.export", subject: "person", subjectId: actorId }]);
  return { of: "data.export-begun" };
}
