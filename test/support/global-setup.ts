import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { connect } from "#db/client.ts";
import { startEmbedded } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { WRITTEN } from "./leaks.ts";
import { searchWritten } from "./search-written.ts";
import { silentLog } from "./silent-log.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly socketFolder: string;
  }
}

/**
 * One real PostgreSQL for the whole run, with a migrated template that every test file clones. At the end all that was
 * written by the side of the answers is searched for what people said and are called.
 */
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
  const written = path.join(folder, "written");
  mkdirSync(written);
  process.env[WRITTEN] = written;
  return async () => {
    await postgres.stop();
    try {
      searchWritten(written, path.join(folder, "postgres.log"));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
