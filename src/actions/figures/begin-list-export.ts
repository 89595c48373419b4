import type { Tx } from "#db/client.ts";
import type { Vault } from "#db/vault.ts";
import type { Facts } from "#src/domain/facts.ts";
import {
  type ExportOutcome,
  type ListExportRequest,
  MOST_EXPORTED,
  type TableList,
} from "#src/domain/requests/export.ts";
import type { FigureRefusal } from "#src/domain/requests/figures.ts";
import { countList } from "./collect-list.ts";
import { insertExport } from "./insert-export.ts";
import type { Grant } from "../gate.ts";

const LISTS = {
  "export.absences": "absences",
  "export.missing": "missing",
  "export.opinions": "opinions",
} as const satisfies Record<ListExportRequest["do"], TableList>;

/** Writes down that a list is wanted as a table, once for each message; it is made apart. Every wish is in the audit. */
export async function beginListExport(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  { do: name, basis, messageId }: ListExportRequest,
  facts: Facts,
): Promise<ExportOutcome | FigureRefusal> {
  const list = LISTS[name];
  const counted = await countList(tx, grant, { basis, list }, facts);
  if (typeof counted === "string") return counted;
  const { subject, rows: records } = counted;
  if (records === 0) return { of: "export.nothing", subject, list };
  if (records > MOST_EXPORTED) return { of: "export.too-many", subject, records, list };
  await insertExport(tx, vault, grant, { messageId, task: { basis, list } }, facts);
  return { of: "export.begun", subject, records, list };
}
