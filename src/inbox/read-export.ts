import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { readCountedLines } from "#db/queries/figures/counted-lines.ts";
import { findMember } from "#db/queries/standing.ts";
import { collectExport } from "#src/actions/figures/collect-export.ts";
import type { Grant } from "#src/actions/gate.ts";
import { collectList } from "#src/actions/figures/collect-list.ts";
import type { ExportData, ExportTask, TableWanted } from "#src/domain/figures/export-data.ts";
import type { ListData } from "#src/domain/figures/list-data.ts";
import { inChunks } from "#src/domain/in-chunks.ts";
import { toLocal, toWallTime } from "#src/domain/local-time.ts";
import type { RequestName } from "#src/domain/request.ts";
import { type SheetSink, toSheetLine, type WholeSheet } from "#src/domain/sheet.ts";
import type { World } from "#src/domain/rules.ts";
import { figureSheets, recordsSheet } from "#src/text/export-file.ts";
import { listSheets } from "#src/text/list-file.ts";
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
  const grant = await openRead(tx, personId, "export.make", world);
  if (grant === null) return null;
  const collected = await collectExport(tx, grant, basis, world);
  if (typeof collected === "string") return null;
  const { totals, filter, divide } = collected;
  // The longest sheet first: it is written while the divisions are worked out.
  sheets.open(recordsSheet(totals));
  await readCountedLines(tx, filter, { units: totals.units, zone: world.zone }, sheets.add);
  const data = { ...totals, cuts: await divide() };
  for (const sheet of figureSheets(data, momentOf(world), grant.actorName)) await addWhole(sheets, sheet);
  return data;
}

/** The same for a list. */
export async function readListExport(
  tx: Tx,
  sheets: SheetSink,
  personId: number,
  wanted: TableWanted,
  world: World,
): Promise<ListData | null> {
  const grant = await openRead(tx, personId, `export.${wanted.list}`, world);
  if (grant === null) return null;
  const data = await collectList(tx, grant, wanted, world);
  if (typeof data === "string") return null;
  for (const sheet of listSheets(data, momentOf(world), grant.actorName)) await addWhole(sheets, sheet);
  return data;
}

// All is read of one moment, by the roles held now.
async function openRead(
  tx: Tx,
  personId: number,
  request: RequestName,
  { today }: World,
): Promise<Grant | null> {
  await tx.execute(sql`set transaction isolation level repeatable read read only`);
  const speaker = await findMember(tx, personId, today);
  if (speaker?.kind !== "member") return null;
  const grant = reopenGrant(speaker, request, today);
  return typeof grant === "string" ? null : grant;
}

function momentOf({ now, zone }: World): string {
  const { day, minute } = toLocal(now, zone);
  return `${day} ${toWallTime(minute)}`;
}

async function addWhole(sheets: SheetSink, { lines, ...plan }: WholeSheet): Promise<void> {
  sheets.open(plan);
  for (const part of inChunks(lines)) await sheets.add(part.map(toSheetLine));
}
