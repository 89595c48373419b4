import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Fault } from "#src/kernel/fault.ts";
import { type FileLock, tryLock } from "#src/kernel/file-lock.ts";

/** The folder that belongs to one running service. */
export type DataDir = {
  readonly path: string;
  /** This installation's lasting name, used in leases. */
  readonly holder: string;
  readonly release: () => void;
};

/**
 * Takes the data folder for this process and writes `lvzhi.pid`. Throws `data-dir.locked` when another service runs
 * on it, in whatever container, `data-dir.unusable` when it cannot be written.
 */
export function takeDataDir(folder: string, pid: number): DataDir {
  const root = path.resolve(folder);
  const pidFile = path.join(root, "lvzhi.pid");
  const lock = claimFolder(root);
  if (lock === null)
    throw new Fault(
      "data-dir.locked",
      `Another lvzhi${pidIn(pidFile)} already runs on ${root}: stop it, or set DATA_DIR to another folder.`,
    );
  try {
    writeFileSync(pidFile, `${pid}\n`);
    const release = (): void => {
      rmSync(pidFile, { force: true });
      lock.release();
    };
    return { path: root, holder: keptSecret(root, "installation", randomUUID), release };
  } catch (cause) {
    lock.release();
    throw unusable(root, cause);
  }
}

function claimFolder(root: string): FileLock | null {
  try {
    mkdirSync(root, { recursive: true, mode: 0o700 });
    return tryLock(path.join(root, "lvzhi.lock"));
  } catch (cause) {
    throw unusable(root, cause);
  }
}

const unusable = (root: string, cause: unknown): Fault =>
  new Fault("data-dir.unusable", `Cannot write to ${root}: free some space or set DATA_DIR.`, { cause });

function pidIn(file: string): string {
  try {
    return ` (pid ${readFileSync(file, "utf8").trim()})`;
  } catch {
    return ""; // it has just begun, and writes it in a moment
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
