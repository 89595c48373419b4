import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { writeBackup } from "#db/backup.ts";
import { type DatabaseAddress, openDatabase } from "#db/client.ts";
import { voidAllInvites } from "#db/queries/invites.ts";
import { restoreInto } from "#db/restore-into.ts";
import { endLogins } from "#src/actions/accounts/end-logins.ts";
import { createAuditAnchor } from "#src/compose/audit-anchor.ts";
import { noteBackup } from "#src/compose/backup-age.ts";
import { readConfig } from "#src/compose/config.ts";
import { fieldKeyOf } from "#src/compose/field-key.ts";
import { createLog } from "#src/compose/log.ts";
import { openServer } from "#src/compose/open.ts";
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
        await database.db.transaction((tx) => noteBackup(tx, clock()));
        context.print(`Wrote ${rows} rows of ${tables} tables to ${file}.`);
      } finally {
        rmSync(partial, { force: true });
      }
    });
  },
};

async function endLoginsOf(address: DatabaseAddress, now: Date): Promise<string> {
  const { db, close } = openDatabase(address, 1);
  try {
    const [sessions, codes] = await db.transaction(async (tx) => [
      await endLogins((work) => work(tx), now, "every"),
      await voidAllInvites(tx, now),
    ]);
    return `Ended ${sessions} web sessions and ${codes} open codes: invite those people anew.`;
  } finally {
    await close();
  }
}

const KEEP = "--keep-logins";

/**
 * Puts a backup into a new, empty database, whole or not at all. Web sessions and open codes of then are ended, unless
 * it is said to keep them: some of them may have been taken away since.
 */
export const RESTORE: Command = {
  usage: `FILE [${KEEP}]`,
  does: "puts a backup into a new, empty database; needs the FIELD_KEY it was made with",
  run: async ([file, ...more], { environment, real, print }) => {
    if (file === undefined || !existsSync(file)) throw misused("restore takes a FILE that backup wrote.");
    const keeps = more[0] === KEEP;
    if (more.length > (keeps ? 1 : 0)) throw misused(`restore takes FILE, and ${KEEP} or nothing else.`);
    const config = readConfig(environment);
    const dataDir = path.resolve(config.DATA_DIR);
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // Not opened as usual: that would put this program's schema and, in the demo, its people where the backup's belong.
    const server = await openServer(config, dataDir, createLog("error"));
    try {
      const { rows, at } = await restoreInto(server.address, fieldKeyOf(config, dataDir), file);
      // It spoke of the database that was here before; the next seal is noted anew.
      createAuditAnchor(dataDir).forget();
      print(`Restored ${rows} rows.`);
      if (!keeps) print(await endLoginsOf(server.address, real()));
      print(
        `Chat accounts and authenticators are as they were at ${at}: what was revoked since, revoke again.`,
      );
    } finally {
      await server.stop();
    }
  },
};
