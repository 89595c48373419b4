import { sql } from "drizzle-orm";
import { type Database, openDatabase } from "#db/client.ts";
import { seedDemo } from "#db/demo/seed.ts";
import { startEmbedded } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { findSetting, saveSetting } from "#db/queries/settings.ts";
import { Fault } from "#src/kernel/fault.ts";
import type { Log } from "#src/kernel/log.ts";
import type { Config } from "./config.ts";

export type OpenedDatabase = Database & { readonly stop: () => Promise<void> };

/**
 * Opens the database that is configured, embedded or by URL, brings it up to date, and makes sure that a demo
 * database is never used outside demo mode nor a real one inside it.
 */
export async function openConfigured(
  config: Config,
  dataDir: string,
  now: Date,
  log: Log,
): Promise<OpenedDatabase> {
  const embedded = config.DATABASE_URL === undefined ? await startEmbedded(dataDir, log) : null;
  const address = embedded?.address ?? { url: config.DATABASE_URL ?? "" };
  const database = openDatabase(address);
  const stop = async (): Promise<void> => {
    await database.close();
    await embedded?.stop();
  };
  try {
    await migrateDatabase(address).catch(asUnreachable);
    await checkMode(database, config.demo, now);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...database, stop };
}

function asUnreachable(cause: unknown): never {
  throw new Fault(
    "database.unreachable",
    "The database cannot be reached or brought up to date: check DATABASE_URL and that PostgreSQL 15 or newer runs there.",
    { cause },
  );
}

async function checkMode({ db }: Database, demo: boolean, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('lvzhi.mode'))`);
    const mode = await findSetting(tx, "mode");
    if (mode === undefined && demo) await seedDemo(tx, now);
    if (mode === undefined && !demo) {
      await saveSetting(tx, "mode", "service");
      await saveSetting(tx, "opened_at", now.toISOString());
    }
    if (mode !== undefined && (mode === "demo") !== demo)
      throw new Fault(
        "database.mode",
        demo
          ? "This database holds real data: demo mode does not start on it. Unset DEMO or use another DATA_DIR."
          : "This is a demo database: use another DATA_DIR or DATABASE_URL for real work.",
      );
  });
}
