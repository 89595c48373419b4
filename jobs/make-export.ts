import type { DatabaseAddress } from "#db/client.ts";
import type { ClaimedTask } from "#db/queries/tasks.ts";
import type { ExportTask, TableWanted } from "#src/domain/figures/export-data.ts";
import type { World } from "#src/domain/rules.ts";
import type { WorkbookThread } from "#src/files/workbook-thread.ts";
import { countWaitingFor } from "#src/inbox/count-waiting-for.ts";
import { readExport, readListExport } from "#src/inbox/read-export.ts";
import { exportFile } from "#src/text/export-file.ts";
import { listFile } from "#src/text/list-file.ts";
import type { JobParts } from "./job.ts";
import { beside } from "./beside.ts";
import type { MadeFile, MadeWord } from "./made-file.ts";

type Parts = Pick<JobParts, "vault"> & { readonly address: DatabaseAddress };

/** Makes the table that a task wants; null where its reader may not see it by the roles held now. */
export async function makeExport(
  parts: Parts,
  task: ClaimedTask,
  world: World,
): Promise<MadeFile | MadeWord | null> {
  const wanted = JSON.parse(parts.vault.open(task.body)) as ExportTask;
  // Loaded when the first table is wanted: most processes never write one.
  const { startWorkbookThread } = await import("#src/files/workbook-thread.ts");
  const workbook = startWorkbookThread();
  try {
    const { list, basis } = wanted;
    return list === undefined
      ? await makeFigure(parts, workbook, { task, wanted, world })
      : await makeList(parts, workbook, { task, wanted: { list, basis }, world });
  } finally {
    await workbook.stop();
  }
}

type Wish<T> = { readonly task: ClaimedTask; readonly wanted: T; readonly world: World };

async function makeFigure(
  { address }: Parts,
  workbook: WorkbookThread,
  { task, wanted: { every, ...wanted }, world }: Wish<ExportTask>,
): Promise<MadeFile | MadeWord | null> {
  const data = await beside(address, (tx) => readExport(tx, workbook, task.personId, wanted, world));
  if (data === null) return null;
  const { subject, tally, scope } = data;
  if (every === "week" && tally.records === 0) {
    const waiting = await beside(address, (tx) => countWaitingFor(tx, [task.personId], world));
    return { word: { kind: "export.quiet", subject, desk: waiting.get(task.personId) ?? {} } };
  }
  const about = { subject, records: tally.records, today: world.today };
  return {
    ...exportFile(data),
    bytes: await workbook.end(),
    scope,
    word: (file) => ({ kind: "export.ready", ...about, file, ...(every === undefined ? {} : { every }) }),
  };
}

async function makeList(
  { address }: Parts,
  workbook: WorkbookThread,
  { task, wanted, world }: Wish<TableWanted>,
): Promise<MadeFile | null> {
  const data = await beside(address, (tx) => readListExport(tx, workbook, task.personId, wanted, world));
  if (data === null) return null;
  const { subject, rows, scope, list } = data;
  const about = { subject, records: rows.length, today: world.today, list };
  return {
    ...listFile(data),
    bytes: await workbook.end(),
    scope,
    word: (file) => ({ kind: "export.ready", ...about, file }),
  };
}
