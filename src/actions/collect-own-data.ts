import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { listOwnRows } from "#db/queries/figures/own-rows.ts";
import type { Vault } from "#db/vault.ts";
import type { OwnData } from "#src/domain/own-data.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "./gate.ts";

/**
 * All that is stored about the speaker, what was sealed opened, for a copy in that person's own hands (Personal
 * Information Protection Law art. 45). That a copy was made stands in the audit.
 */
export async function collectOwnData(
  tx: Tx,
  vault: Vault,
  { actorId }: Grant,
  { now }: World,
): Promise<OwnData | "not-bound"> {
  if (actorId === null) return "not-bound";
  const rows = await listOwnRows(tx, actorId);
  await insertAudit(tx, [{ at: now, actorId, action: "data.export", subject: "person", subjectId: actorId }]);
  const open = <T>(sealed: T): T | string =>
    typeof sealed === "string" ? vault.open(Buffer.from(sealed, "base64")) : sealed;
  return {
    ...rows,
    person: rows.person.map((one) => ({ ...one, phone: open(one.phone) })),
    leaves: rows.leaves.map((one) => ({ ...one, note: open(one.note) })),
    submissions: rows.submissions.map((one) => ({ ...one, text: open(one.text) })),
  };
}
