import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { writeBackup } from "#db/backup.ts";
import { restoreBackup } from "#db/restore.ts";
import { Fault } from "#src/kernel/fault.ts";
import { type Command, misused, withWorkshop } from "./command.ts";

/** Writes an encrypted copy of everything, also while the service runs. */
export const BACKUP: Command = {
  usage: "FILE",
  does: "writes an encrypted copy of all tables at one moment; FIELD_KEY is not in it",
  run: async ([file], context) => {
    if (file === undefined) throw misused("backup takes FILE.");
    if (existsSync(file)) throw new Fault("command.failed", `${file} exists already: take another name.`);
    await withWorkshop(context, async ({ database, fieldKey, clock }) => {
      // Written beside and renamed when whole, so that half a backup never looks like one.
      const partial = `${file}.partial`;
      try {
        const { tables, rows } = await writeBackup(
          database.wire,
          fieldKey,
          createWriteStream(partial),
          clock(),
        );
        renameSync(partial, file);
        context.print(`Wrote ${rows} rows of ${tables} tables to ${file}.`);
      } finally {
        rmSync(partial, { force: true });
      }
    });
  },
};

/** Puts a backup into an empty database, whole or not at all. */
export const RESTORE: Command = {
  usage: "FILE",
  does: "puts a backup into an empty database; needs the FIELD_KEY it was made with",
  run: async ([file], context) => {
    if (file === undefined || !existsSync(file)) throw misused("restore takes a FILE that backup wrote.");
    await withWorkshop(context, async ({ database, fieldKey }) => {
      const { rows } = await restoreBackup(database.wire, fieldKey, file);
      context.print(`Restored ${rows} rows.`);
    });
  },
};
