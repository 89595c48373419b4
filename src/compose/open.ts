import { type Database, type DatabaseAddress, openDatabase, PROGRAM } from "#db/client.ts";
import { seedDemo } from "#db/demo/seed.ts";
import { startEmbedded } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { findSetting, claimSettings, saveSetting } from "#db/queries/settings.ts";
import type { Vault } from "#db/vault.ts";
import { Fault } from "#src/kernel/fault.ts";
import type { Log } from "#src/kernel/log.ts";
import type { Config } from "./config.ts";
import { requireKey } from "./field-key.ts";

const POOL = 10;

/** An open database; `stop` closes it, and ends an embedded server that was started for it. */
export type OpenedDatabase = Database & { readonly stop: () => Promise<void> };

/** Where the configured database is, and how to let go of it. */
export type OpenedServer = { readonly address: DatabaseAddress; readonly stop: () => Promise<void> };

/** Starts the embedded server, or names the one that is configured; the database in it may still be empty. */
export async function openServer(config: Config, dataDir: string, log: Log): Promise<OpenedServer> {
  if (config.DATABASE_URL !== undefined)
    return { address: { url: config.DATABASE_URL }, stop: () => Promise.resolve() };
  return startEmbedded(dataDir, log);
}

/**
 * Opens the database that is configured, embedded or by URL, brings it up to date, and makes sure that a demo database
 * is never used outside demo mode nor a real one inside it, and none that a newer program has changed or with another
 * key than its own. Without a vault, for who changes the key, the key is not looked at and the connections are not
 * called the program's.
 */
export async function openConfigured(
  config: Config,
  dataDir: string,
  vault: Vault | null,
  now: Date,
  log: Log,
): Promise<OpenedDatabase> {
  const server = await openServer(config, dataDir, log);
  const { address } = server;
  const database = openDatabase(address, POOL, vault === null ? `${PROGRAM} rotate-key` : PROGRAM);
  const stop = async (): Promise<void> => {
    await database.close();
    await server.stop();
  };
  try {
    await migrateDatabase(address).catch(asUnreachable);
    await checkMode(database, config.demo, vault, now);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...database, stop };
}

function asUnreachable(cause: unknown): never {
  if (cause instanceof Fault) throw cause;
  throw new Fault(
    "database.unreachable",
    "The database cannot be reached or brought up to date: check DATABASE_URL and that PostgreSQL 15 or newer runs there.",
    { cause },
  );
}

async function checkMode({ db }: Database, demo: boolean, vault: Vault | null, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await claimSettings(tx);
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
    if (vault !== null) await requireKey(tx, vault);
  });
}
