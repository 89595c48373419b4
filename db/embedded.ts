import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Fault } from "#src/kernel/fault.ts";
import type { Log } from "#src/kernel/log.ts";
import { connect, type DatabaseAddress } from "./client.ts";
import { postgresCommand } from "./postgres-command.ts";
import { keepPostgres, type Keeper } from "./postgres-keeper.ts";

/** A server in a folder of ours. */
export type EmbeddedPostgres = {
  readonly address: DatabaseAddress;
  /** Stops the server if this process started it; one that was already running is left alone. */
  readonly stop: () => Promise<void>;
};

/** The longest path of a unix socket that Linux takes, less the name PostgreSQL adds. */
const LONGEST_SOCKET_FOLDER = 107 - "/.s.PGSQL.5432.lock".length;
const READY_MS = 20_000;
const DATABASE = "lvzhi";

/**
 * Starts PostgreSQL on a folder, creating it the first time, and keeps it running: a server that dies is started
 * again. A server that already runs there is used as it is. Throws `data-dir.unusable` with the cure.
 */
export async function startEmbedded(folder: string, log: Log): Promise<EmbeddedPostgres> {
  const data = path.resolve(folder, "postgres");
  mkdirSync(folder, { recursive: true });
  if (!existsSync(data)) initialise(data);
  const address = { socketFolder: socketFolderOf(data), database: DATABASE };
  mkdirSync(address.socketFolder, { recursive: true, mode: 0o700 });
  const keeper = keepPostgres(data, address.socketFolder, log);
  try {
    await whenReady(address.socketFolder, keeper);
    await createDatabase(address.socketFolder);
  } catch (error) {
    await keeper.stop();
    throw error;
  }
  return { address, stop: keeper.stop };
}

function initialise(data: string): void {
  const fresh = `${data}.init`;
  rmSync(fresh, { recursive: true, force: true });
  const options = "-U lvzhi --auth=trust -E UTF8 --locale=C.UTF-8 --no-sync --no-instructions".split(" ");
  const [command = "", ...rest] = [...postgresCommand("initdb"), "-D", fresh, ...options];
  const done = spawnSync(command, rest, { encoding: "utf8" });
  if (done.status !== 0)
    throw new Fault("data-dir.unusable", `Cannot create a database in ${data}: ${done.stderr ?? done.error}`);
  renameSync(fresh, data);
}

function socketFolderOf(data: string): string {
  const beside = path.join(path.dirname(data), "socket");
  if (beside.length <= LONGEST_SOCKET_FOLDER) return beside;
  return path.join(tmpdir(), `lvzhi-${createHash("sha256").update(data).digest("hex").slice(0, 16)}`);
}

async function whenReady(socketFolder: string, keeper: Keeper): Promise<void> {
  const until = performance.now() + READY_MS;
  for (;;) {
    const failure = keeper.failure();
    if (failure !== null) throw new Fault("data-dir.unusable", `PostgreSQL does not start: ${failure}`);
    try {
      await query(socketFolder, "select 1");
      return;
    } catch (cause) {
      if (performance.now() > until)
        throw new Fault("data-dir.unusable", "PostgreSQL did not become ready in time; see its log file.", {
          cause,
        });
      await sleep(20);
    }
  }
}

async function createDatabase(socketFolder: string): Promise<void> {
  const found = await query(socketFolder, `select 1 from pg_database where datname = '${DATABASE}'`);
  if (found === 0) await query(socketFolder, `create database ${DATABASE}`).catch(ignoreExisting);
}

// Two processes of ours may create it at the same moment; the later one finds it there.
function ignoreExisting(error: unknown): void {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code !== "42P04" && code !== "23505") throw error;
}

async function query(socketFolder: string, text: string): Promise<number> {
  const client = connect({ socketFolder, database: "postgres" }, 1);
  try {
    return (await client.unsafe(text)).length;
  } finally {
    await client.end({ timeout: 1 });
  }
}
