import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Database, type DatabaseAddress, openDatabase } from "#db/client.ts";
import { startEmbedded } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { silentLog } from "#test/support/silent-log.ts";

export type ScratchDatabase = Database & {
  readonly address: DatabaseAddress;
  /** Stops the server and removes its folder. */
  readonly drop: () => Promise<void>;
};

/** An embedded PostgreSQL on a folder of its own, migrated, with the durability of the real one. */
export async function openScratchDatabase(): Promise<ScratchDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-bench-"));
  const postgres = await startEmbedded(folder, silentLog);
  await migrateDatabase(postgres.address);
  const database = openDatabase(postgres.address);
  const drop = async (): Promise<void> => {
    await database.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...database, address: postgres.address, drop };
}
