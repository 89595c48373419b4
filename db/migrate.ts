import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type { Sql } from "postgres";
import { Fault } from "#src/kernel/fault.ts";
import { connect, type DatabaseAddress } from "./client.ts";
import { listMigrations } from "./migrations-done.ts";

const FOLDER = fileURLToPath(new URL("./migrations", import.meta.url));

/**
 * Brings the database up to this program's schema. Several processes may call it at once: one session holds the
 * advisory lock and migrates, the others find nothing left to do. Throws `database.newer` when the database has had a
 * migration that this program does not know: what it would write there might be wrong. With `only`, it stops at the
 * schema that has had these and no others.
 */
export async function migrateDatabase(address: DatabaseAddress, only?: readonly string[]): Promise<void> {
  const session = connect(address, 1);
  const folder = only === undefined ? FOLDER : copyOf(only);
  try {
    await session`select pg_advisory_lock(hashtext('lvzhi.migrate'))`;
    await refuseNewer(session);
    await migrate(drizzle({ client: session }), { migrationsFolder: folder });
  } finally {
    await session.end({ timeout: 5 });
    if (folder !== FOLDER) rmSync(folder, { recursive: true });
  }
}

/** Names of all migrations of this program. */
export const knownMigrations = (): string[] => readdirSync(FOLDER);

// The migrator takes whole folders.
function copyOf(migrations: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-migrations-"));
  for (const name of migrations)
    cpSync(path.join(FOLDER, name), path.join(folder, name), { recursive: true });
  return folder;
}

async function refuseNewer(session: Sql): Promise<void> {
  const known = new Set(knownMigrations());
  const unknown = (await listMigrations(session)).find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new Fault(
      "database.newer",
      `The database was brought up to date by a newer program (it has had ${unknown}): start that one, or restore a backup into a new database.`,
    );
}
