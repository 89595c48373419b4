import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { connect, type DatabaseAddress } from "./client.ts";

const FOLDER = fileURLToPath(new URL("./migrations", import.meta.url));

/**
 * Brings the database up to this program's schema. Several processes may call it at once: one session holds the
 * advisory lock and migrates, the others find nothing left to do.
 */
export async function migrateDatabase(address: DatabaseAddress): Promise<void> {
  const session = connect(address, 1);
  try {
    await session`select pg_advisory_lock(hashtext('lvzhi.migrate'))`;
    await migrate(drizzle({ client: session }), { migrationsFolder: FOLDER });
  } finally {
    await session.end({ timeout: 5 });
  }
}
