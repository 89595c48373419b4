import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { readCountedLines } from "#db/queries/figures/counted-lines.ts";
import { findMember } from "#db/queries/standing.ts";
import { collectExport } from "#src/actions/figures/collect-export.ts";
import type { ExportData, ExportTask } from "#src/domain/figures/export-data.ts";
import { toLocal, toWallTime } from "#src/domain/local-time.ts";
import type { SheetSink, WholeSheet } from "#src/domain/sheet.ts";
import type { World } from "#src/domain/rules.ts";
import { figureSheets, recordsSheet } from "#src/text/export-file.ts";
import { reopenGrant } from "./perform.ts";

/**
 * Reads the figures of a table and every record behind them, all of one moment, into sheets, in a
 * transaction of its own. Whoever it is for may see it by the roles held now, or gets nothing: null.
 */
export async function readExport(
  tx: Tx,
  sheets: SheetSink,
  personId: number,
  { basis }: ExportTask,
  world: World,
): Promise<ExportData | null> {
  await tx.execute(sql`set transaction isolation level repeatable read read only`);
  const speaker = await findMember(tx, personId, world.today);
  if (speaker?.kind !== "member") return null;
  const grant = reopenGrant(speaker, "export.make", world.today);
  if (typeof grant === "string") return null;
  const collected = await collectExport(tx, grant, basis, world);
  if (typeof collected === "string") return null;
  const { totals, filter, divide } = collected;
  // The longest sheet first: it is written while the divisions are worked out.
  sheets.open(recordsSheet(totals));
  await readCountedLines(tx, filter, { units: totals.units, zone: world.zone }, sheets.add);
  const data = { ...totals, cuts: await divide() };
  for (const sheet of figureSheets(data, momentOf(world), grant.actorName, world.today))
    await addWhole(sheets, sheet);
  return data;
}

function momentOf({ now, zone }: World): string {
  const { day, minute } = toLocal(now, zone);
  return `${day} ${toWallTime(minute)}`;
}

function addWhole(sheets: SheetSink, { lines, ...plan }: WholeSheet): Promise<void> {
  sheets.open(plan);
  return sheets.add(lines.map((line) => JSON.stringify(line)));
}
