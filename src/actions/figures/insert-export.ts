import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertTasks } from "#db/queries/tasks.ts";
import type { Vault } from "#db/vault.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { ExportTask } from "#src/domain/figures/export-data.ts";
import type { Grant } from "../gate.ts";

/** Writes down that a table is to be made, once for each message, and in the audit that it was wanted. */
export async function insertExport(
  tx: Tx,
  vault: Vault,
  { personId, request }: Grant,
  { messageId, task }: { readonly messageId: number; readonly task: ExportTask },
  { account, now }: Facts,
): Promise<void> {
  const body = vault.seal(JSON.stringify(task));
  const { conversation } = account;
  await insertTasks(tx, [{ key: `in:${messageId}`, kind: "export", personId, conversation, body }], now);
  const line = { at: now, actorId: personId, action: request, subject: "message", subjectId: messageId };
  await insertAudit(tx, [line]);
}
