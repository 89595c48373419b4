import { Worker } from "node:worker_threads";
import type { UnreadableFile } from "#src/domain/roster/sheet-file.ts";
import type { Sheet } from "#src/domain/roster/sheet-rows.ts";

/**
 * What one workbook may cost. The time is shorter than a transaction may stand idle (`db/client.ts`): a few hundred
 * kilobytes can unpack to ten seconds of work.
 */
const MOST = { ms: 3_500, memoryMb: 256 };

type Read = readonly Sheet[] | UnreadableFile;

/**
 * Reads all sheets of an xlsx file in a thread of its own (`sheets-worker.ts`), so that nobody's message waits for it.
 * One that takes too much time or memory is refused as `bomb`. Rejects when the thread could not work at all.
 */
export function readSheetsApart(bytes: Uint8Array, { ms, memoryMb } = MOST): Promise<Read> {
  const worker = new Worker(new URL("sheets-worker.ts", import.meta.url), {
    workerData: Uint8Array.from(bytes),
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const read = new Promise<Read>((resolve, reject) => {
    const timer = setTimeout(() => resolve("bomb"), ms);
    worker.once("message", resolve);
    worker.once("error", (error) => (isOutOfMemory(error) ? resolve("bomb") : reject(error)));
    worker.once("exit", () => {
      clearTimeout(timer);
      reject(new Error("the thread that reads a workbook has ended"));
    });
  });
  return read.finally(() => void worker.terminate());
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
