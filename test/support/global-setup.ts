import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { connect } from "#db/client.ts";
import { startEmbedded } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { silentLog } from "./silent-log.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly socketFolder: string;
  }
}

/** One real PostgreSQL for the whole run, with a migrated template that every test file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-test-"));
  const postgres = await startEmbedded(folder, silentLog);
  if (!("socketFolder" in postgres.address)) throw new TypeError("the embedded server has a socket");
  const { socketFolder } = postgres.address;
  const admin = connect({ socketFolder, database: "postgres" }, 1);
  await admin.unsafe("alter system set fsync = off");
  await admin.unsafe("select pg_reload_conf()");
  await admin.unsafe("create database template_lvzhi");
  await migrateDatabase({ socketFolder, database: "template_lvzhi" });
  await admin.end();
  project.provide("socketFolder", socketFolder);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
