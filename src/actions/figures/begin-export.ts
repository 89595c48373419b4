import type { Tx } from "#db/client.ts";
import { countRecords } from "#db/queries/figures/tallies.ts";
import type { Vault } from "#db/vault.ts";
import type { Facts } from "#src/domain/facts.ts";
import { type ExportOutcome, type ExportRequest, MOST_EXPORTED } from "#src/domain/requests/export.ts";
import type { FigureRefusal } from "#src/domain/requests/figures.ts";
import type { Grant } from "../gate.ts";
import { resolveFrame } from "./frame.ts";
import { insertExport } from "./insert-export.ts";

/** Writes down that a table is wanted, once for each message; it is made apart. Every wish for one is in the audit. */
export async function beginExport(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  { basis, messageId }: ExportRequest,
  facts: Facts,
): Promise<ExportOutcome | FigureRefusal> {
  const frame = await resolveFrame(tx, grant, basis, facts);
  if (typeof frame === "string") return frame;
  const { subject, filter } = frame;
  const records = await countRecords(tx, filter);
  if (records === 0) return { of: "export.nothing", subject };
  if (records > MOST_EXPORTED) return { of: "export.too-many", subject, records };
  await insertExport(tx, vault, grant, { messageId, task: { basis } }, facts);
  return { of: "export.begun", subject, records };
}
