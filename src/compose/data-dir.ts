import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Fault } from "#src/kernel/fault.ts";

/** The folder that belongs to one running service. */
export type DataDir = {
  readonly path: string;
  /** This installation's lasting name, used in leases. */
  readonly holder: string;
  readonly release: () => void;
};

/**
 * Takes the data folder for this process and writes `lvzhi.pid`. Throws `data-dir.locked` when another service runs
 * on it, `data-dir.unusable` when it cannot be written.
 */
export function takeDataDir(folder: string, pid: number): DataDir {
  const root = path.resolve(folder);
  const pidFile = path.join(root, "lvzhi.pid");
  try {
    mkdirSync(root, { recursive: true, mode: 0o700 });
    const other = runningService(root);
    if (other !== null)
      throw new Fault(
        "data-dir.locked",
        `Another lvzhi (pid ${other}) already runs on ${root}: stop it, or set DATA_DIR to another folder.`,
      );
    writeFileSync(pidFile, `${pid}\n`);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault("data-dir.unusable", `Cannot write to ${root}: free some space or set DATA_DIR.`, {
      cause,
    });
  }
  return {
    path: root,
    holder: keptSecret(root, "installation", randomUUID),
    release: () => rmSync(pidFile, { force: true }),
  };
}

/** The pid of the service that runs on this folder, if one does. A stale file of a killed process does not count. */
export function runningService(root: string): number | null {
  try {
    const pid = Number(readFileSync(path.join(root, "lvzhi.pid"), "utf8"));
    if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return null;
    process.kill(pid, 0);
    const commandLine = `/proc/${pid}/cmdline`;
    // The number may have gone to somebody else's process since.
    if (existsSync(commandLine) && !readFileSync(commandLine, "utf8").includes("main.ts")) return null;
    return pid;
  } catch {
    return null; // no file, or nobody has that pid any more
  }
}

const DEMO_KEY = "demo.key";
const NEXT_DEMO_KEY = "demo.key.next";
const newKey = (): string => randomBytes(32).toString("base64");

/** The field key of the demo in this folder, made at the first start. */
export const demoKeyOf = (root: string): string => keptSecret(root, DEMO_KEY, newKey);

/** The key that the demo in this folder is to have, the same again until it has it. */
export const nextDemoKeyOf = (root: string): string => keptSecret(root, NEXT_DEMO_KEY, newKey);

/** Puts the demo's next key in place of its key. */
export const takeNextDemoKey = (root: string): void =>
  renameSync(path.join(root, NEXT_DEMO_KEY), path.join(root, DEMO_KEY));

/** Reads a small value kept in the folder, making it the first time. */
export function keptSecret(root: string, name: string, make: () => string): string {
  const file = path.join(root, name);
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}
