import { type ChildProcess, spawn } from "node:child_process";
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { type FileLock, tryLock } from "#src/kernel/file-lock.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import { postgresCommand } from "./postgres-command.ts";

/** Something that keeps a server running. `failure` says why it will not start, in the server's own words. */
export type Keeper = { readonly failure: () => string | null; readonly stop: () => Promise<void> };

/**
 * Keeps PostgreSQL running on a folder: a server that dies is started again, by one process of all that look after the
 * folder, in whatever containers. One that another process started is left to it.
 */
export function keepPostgres(data: string, socketFolder: string, log: Log): Keeper {
  let child: ChildProcess | null = null;
  let lock: FileLock | null = null;
  let stopping = false;
  let exits = 0;
  const look = (): void => {
    if (stopping || child !== null) return;
    const owner = ownerOfPid(data);
    if (owner === "server") return;
    lock ??= tryLock(`${data}.lock`);
    if (lock === null) return;
    if (owner === "stranger") forgetPid(data);
    child = launch(data, socketFolder);
    child.once("error", (error) => log.error("database.start-failed", errorFacts(error)));
    child.once("exit", (code) => {
      child = null;
      exits += 1;
      if (!stopping) log.warn("database.exited", { code, exits });
    });
  };
  look();
  const watch = setInterval(() => {
    try {
      look();
      if (child !== null) keepShort(logFile(data));
    } catch (error) {
      log.error("database.start-failed", errorFacts(error));
    }
  }, 200);
  return {
    failure: () => (exits > 3 && child === null ? lastLines(data) : null),
    stop: async () => {
      stopping = true;
      clearInterval(watch);
      if (child !== null) await end(child);
      lock?.release();
    },
  };
}

function end(server: ChildProcess): Promise<unknown> {
  const gone = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGINT");
  return gone;
}

const SETTINGS = [
  "listen_addresses=",
  "max_connections=60",
  "shared_buffers=64MB",
  // The queues grow from nothing within seconds; a plan made for an empty table must not outlive that by a minute.
  "autovacuum_naptime=5s",
  "recovery_init_sync_method=syncfs",
  // What a statement failed over may be a row with people's words in it; the program logs it itself, without them.
  "log_min_messages=log",
];

function launch(data: string, socketFolder: string): ChildProcess {
  // With a parent-death signal the server shuts down by itself when our process is killed.
  const guard = process.platform === "linux" ? ["setpriv", "--pdeathsig", "INT"] : [];
  const settings = SETTINGS.flatMap((one) => ["-c", one]);
  const [program = "", ...before] = postgresCommand("postgres").toReversed();
  const [command = "", ...rest] = [
    ...before.toReversed(),
    ...guard,
    program,
    "-D",
    data,
    "-k",
    socketFolder,
    ...settings,
  ];
  const output = openSync(logFile(data), "a");
  try {
    return spawn(command, rest, { stdio: ["ignore", output, output] });
  } finally {
    closeSync(output);
  }
}

const pidFile = (data: string): string => path.join(data, "postmaster.pid");
/** Larger than any process number that Linux gives. */
const NOBODY = "2147483646";

/** Whose the number in the server's pid file is now: a server's of this folder, somebody else's since, or nobody's. */
function ownerOfPid(data: string): "server" | "stranger" | "nobody" {
  try {
    const pid = Number(readFileSync(pidFile(data), "utf8").split("\n")[0]);
    process.kill(pid, 0);
    const commandLine = `/proc/${pid}/cmdline`;
    const isServer = !existsSync(commandLine) || readFileSync(commandLine, "utf8").includes(data);
    return isServer ? "server" : "stranger";
  } catch {
    return "nobody"; // no file, or nobody has that pid any more
  }
}

// PostgreSQL believes any process with that number to be a server and would not start. The rest of the file stays: by
// it PostgreSQL finds out whether children of the dead server are still at work.
const forgetPid = (data: string): void =>
  writeFileSync(pidFile(data), readFileSync(pidFile(data), "utf8").replace(/^\d+/u, NOBODY));

const logFile = (data: string): string => `${data}.log`;
const LONGEST_LOG = 10 * 1024 * 1024;

// The server goes on writing at the end of the file it has, so that the file is emptied and not put aside.
function keepShort(file: string): void {
  if (statSync(file).size <= LONGEST_LOG) return;
  copyFileSync(file, `${file}.old`);
  truncateSync(file);
}

function lastLines(data: string): string {
  return readFileSync(logFile(data), "utf8").trimEnd().split("\n").slice(-3).join(" | ");
}
