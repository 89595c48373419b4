import { DatabaseSync } from "node:sqlite";

/** A lock kept by the operating system: it ends with the process that holds it, however that ends. */
export type FileLock = { readonly release: () => void };

const BUSY = 5;

/**
 * Takes the lock on a file, making the file where there is none; null where another process has it, in another
 * container as well, whose processes nobody can see from here. Throws where the file cannot be written or the file
 * system keeps no locks. Node has no lock on files of its own: SQLite's is used, and nothing else of SQLite.
 */
export function tryLock(file: string): FileLock | null {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec("pragma journal_mode = off; begin exclusive");
  } catch (error) {
    lock.close();
    if (error instanceof Error && "errcode" in error && error.errcode === BUSY) return null;
    throw error;
  }
  return { release: () => lock.close() };
}
