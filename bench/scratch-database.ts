import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Database, type DatabaseAddress, openDatabase } from "#db/client.ts";
import { startEmbedded } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { silentLog } from "#test/support/silent-log.ts";

export type ScratchDatabase = Database & {
  readonly address: DatabaseAddress;
  /** The folder was there before: what an earlier run left is in it. */
  readonly isKept: boolean;
  /** Stops the server and removes its folder, unless it is one to keep. */
  readonly drop: () => Promise<void>;
};

/**
 * An embedded PostgreSQL, migrated, with the durability of the real one: on a folder of its own, or on `keep`, which
 * stays for the next run.
 */
export async function openScratchDatabase(keep?: string): Promise<ScratchDatabase> {
  const isKept = keep !== undefined && existsSync(keep);
  if (keep !== undefined) mkdirSync(keep, { recursive: true });
  const folder = keep ?? mkdtempSync(path.join(tmpdir(), "lvzhi-bench-"));
  const postgres = await startEmbedded(folder, silentLog);
  await migrateDatabase(postgres.address);
  const database = openDatabase(postgres.address);
  const drop = async (): Promise<void> => {
    await database.close();
    await postgres.stop();
    if (keep === undefined) rmSync(folder, { recursive: true, force: true });
  };
  return { ...database, address: postgres.address, isKept, drop };
}
