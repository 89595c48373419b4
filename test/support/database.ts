import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { connect, type Database, type DatabaseAddress, openDatabase } from "#db/client.ts";

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
    await database.close();
    await administer(socketFolder, `drop database ${name} with (force)`);
  };
  return { ...database, address, drop };
}

async function administer(socketFolder: string, command: string): Promise<void> {
  const admin = connect({ socketFolder, database: "postgres" }, 1);
  try {
    await admin.unsafe(command);
  } finally {
    await admin.end();
  }
}
