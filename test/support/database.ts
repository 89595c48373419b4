import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { createMetrics } from "#src/compose/metrics.ts";
import { connect, type Database, type DatabaseAddress, openDatabase } from "#db/client.ts";
import { watchText } from "./leaks.ts";

type OwnDatabase = Database & { address: DatabaseAddress; drop: () => Promise<void> };

/** A database of its own for one test file: a clone of the migrated template, dropped by `drop`. */
export const cloneDatabase = (): Promise<OwnDatabase> => createDatabase("template_lvzhi");

/** A database that nobody has opened yet: without a single table. */
export const emptyDatabase = (): Promise<OwnDatabase> => createDatabase("template1");

async function createDatabase(template: string): Promise<OwnDatabase> {
  const socketFolder = inject("socketFolder");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await administer(socketFolder, `create database ${name} template ${template}`);
  const address = { socketFolder, database: name };
  const database = openDatabase(address);
  const drop = async (): Promise<void> => {
    if (template === "template_lvzhi") await watchFigures(database.db);
    await database.close();
    await administer(socketFolder, `drop database ${name} with (force)`);
  };
  return { ...database, address, drop };
}

// What the figures of every test's database say in the end is looked at as its log is.
async function watchFigures(db: Database["db"]): Promise<void> {
  const parts = { db, clock: () => new Date(), zone: "Asia/Shanghai", decided: {}, networks: () => [] };
  const text = await createMetrics(parts)().catch(() => "");
  watchText(text, "metrics");
}

async function administer(socketFolder: string, command: string): Promise<void> {
  const admin = connect({ socketFolder, database: "postgres" }, 1);
  try {
    await admin.unsafe(command);
  } finally {
    await admin.end();
  }
}
