import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type { Sql } from "postgres";
import { Fault } from "#src/kernel/fault.ts";
import { codeOf } from "./away.ts";
import { connect, type DatabaseAddress } from "./client.ts";
import { listMigrations } from "./migrations-done.ts";

const FOLDER = fileURLToPath(new URL("./migrations", import.meta.url));

/**
 * Brings the database up to this program's schema. Several processes may call it at once: one session holds the
 * advisory lock and migrates, the others find nothing left to do. Throws `database.newer` when the database has had a
 * migration that this program does not know: what it would write there might be wrong. Throws `database.busy` where
 * somebody else's long transaction keeps a table from being changed for a minute. With `only`, it stops at the schema
 * that has had these and no others.
 */
export async function migrateDatabase(address: DatabaseAddress, only?: readonly string[]): Promise<void> {
  const session = connect(address, 1);
  const folder = only === undefined ? FOLDER : copyOf(only);
  try {
    await session`select pg_advisory_lock(hashtext('lvzhi.migrate'))`;
    await refuseNewer(session);
    await patiently(session, () => migrate(drizzle({ client: session }), { migrationsFolder: folder }));
  } finally {
    await session.end({ timeout: 5 });
    if (folder !== FOLDER) rmSync(folder, { recursive: true });
  }
}

/** A change that waits for a table makes everybody wait who only wants to read it: it stands back after so long. */
const LOCK_TIMEOUT = "3s";
const TRIES = 15;
const PAUSE_MS = 1_000;

// What a migration did before it stood back is undone with its transaction.
async function patiently(session: Sql, work: () => Promise<unknown>): Promise<void> {
  await session`select set_config('lock_timeout', ${LOCK_TIMEOUT}, false)`;
  for (let tried = 1; ; tried += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (!isKeptWaiting(error)) throw error;
      if (tried === TRIES)
        throw new Fault(
          "database.busy",
          "Another program holds a table of the database in a transaction of its own: end it, and start again.",
          { cause: error },
        );
    }
    await sleep(PAUSE_MS);
  }
}

// 55P03: lock_not_available.
const isKeptWaiting = (error: unknown): boolean => codeOf(error) === "55P03";

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
