import type { ClaimedTask } from "#db/queries/tasks.ts";
import type { ExportTask } from "#src/domain/figures/export-data.ts";
import type { World } from "#src/domain/rules.ts";
import { readExport } from "#src/inbox/read-export.ts";
import { exportFile } from "#src/text/export-file.ts";
import type { JobParts } from "./job.ts";
import type { MadeFile } from "./made-file.ts";

/** Makes the table of figures that a task wants; null where its reader may not see it by the roles held now. */
export async function makeExport(
  { db, vault }: Pick<JobParts, "db" | "vault">,
  task: ClaimedTask,
  world: World,
): Promise<MadeFile | null> {
  const { every, ...wanted } = JSON.parse(vault.open(task.body)) as ExportTask;
  // Loaded when the first table is wanted: most processes never write one.
  const { startWorkbookThread } = await import("#src/files/workbook-thread.ts");
  const workbook = startWorkbookThread();
  try {
    const data = await db.transaction((tx) => readExport(tx, workbook, task.personId, wanted, world));
    if (data === null) return null;
    const { subject, tally, scope } = data;
    return {
      ...exportFile(data),
      bytes: await workbook.end(),
      scope,
      word: (file) => ({
        kind: "export.ready",
        subject,
        records: tally.records,
        file,
        today: world.today,
        ...(every === undefined ? {} : { every }),
      }),
    };
  } finally {
    await workbook.stop();
  }
}
