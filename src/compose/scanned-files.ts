import type { FileStore } from "#src/message/file-store.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import type { Scan } from "./scanner.ts";

/** A file store that keeps nothing a scanner has not called clean. Rethrows where the scanner is away. */
export const scannedFiles = (files: FileStore, scan: Scan, log: Log): FileStore => ({
  ...files,
  save: async (owner, file, key) => {
    const verdict = await scan(file.bytes).catch((error: unknown) => {
      log.error("files.unscanned", errorFacts(error));
      throw error;
    });
    if (verdict === "clean") return files.save(owner, file, key);
    log.warn("files.infected", { size: file.bytes.length });
    return "infected";
  },
});
