import { connect, type DatabaseAddress } from "./client.ts";
import { knownMigrations, migrateDatabase } from "./migrate.ts";
import { listMigrations } from "./migrations-done.ts";
import { readBackupHead, refused, restoreBackup } from "./restore.ts";

/**
 * Puts a backup into a new database: gives it the schema that the backup had, fills it, and brings it up to date as an
 * upgrade would. The file is read to its end before anything is touched. Returns how many rows there were, and the
 * moment of the backup (ISO 8601). Throws `backup.refused` when the backup was made by a newer program or cannot be
 * read, and when the database holds rows or is newer than the backup.
 */
export async function restoreInto(
  address: DatabaseAddress,
  fieldKey: string,
  file: string,
): Promise<{ readonly rows: number; readonly at: string }> {
  const { migrations, at } = await readBackupHead(fieldKey, file);
  const known = knownMigrations();
  if (migrations.some((name) => !known.includes(name)))
    throw refused("The backup was made by a newer program: upgrade this one first.");
  const sql = connect(address, 1);
  try {
    const later = (await listMigrations(sql)).find((name) => !migrations.includes(name));
    if (later !== undefined)
      throw refused(`The database is newer than the backup (it has had ${later}): restore into a new one.`);
    await migrateDatabase(address, migrations);
    const { rows } = await restoreBackup(sql, fieldKey, file);
    await migrateDatabase(address);
    return { rows, at };
  } finally {
    await sql.end({ timeout: 5 });
  }
}
