import { setTimeout as rest } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { SheetPlan } from "#src/domain/sheet.ts";

/** What is said to the thread that writes a workbook. */
export type ToWorkbook =
  | { readonly do: "open"; readonly plan: SheetPlan }
  | { readonly do: "add"; readonly lines: readonly string[] }
  | { readonly do: "end" };

/** A workbook that another thread writes, so that nobody's message waits for it. */
export type WorkbookThread = {
  readonly open: (plan: SheetPlan) => void;
  /** Resolves once there is room for more, and messages had their turn; rejects when the thread failed. */
  readonly add: (lines: readonly string[]) => Promise<void>;
  /** The whole file; rejects when the thread failed. */
  readonly end: () => Promise<Uint8Array>;
  /** Ends the thread, whatever it is at. */
  readonly stop: () => Promise<void>;
};

/** So many additions may be under way: the next is read while one is written. In turn it takes a third longer. */
const MOST_WAITING = 2;

/** After each addition nothing is read for so many milliseconds: with both processors busy all the while, messages wait. */
const REST_MS = 3;

/** What the thread may use of memory, so that a file that is too large fails alone. */
const LIMITS = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 };

/** Starts a thread that writes one workbook (`workbook.ts`). */
export function startWorkbookThread(): WorkbookThread {
  const worker = new Worker(new URL("workbook-worker.ts", import.meta.url), { resourceLimits: LIMITS });
  let waiting = 0;
  let room = Promise.withResolvers<unknown>();
  const written = new Promise<Uint8Array>((resolve, reject) => {
    worker.on("message", (said: Uint8Array | "added") => {
      if (said !== "added") return resolve(said);
      waiting -= 1;
      room.resolve(null);
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread that writes a workbook has ended")));
  });
  written.catch(() => undefined); // whoever asks for the end hears of it
  const tell = (word: ToWorkbook): void => worker.postMessage(word);
  return {
    open: (plan) => tell({ do: "open", plan }),
    add: async (lines) => {
      tell({ do: "add", lines });
      waiting += 1;
      await rest(REST_MS);
      while (waiting >= MOST_WAITING) {
        room = Promise.withResolvers();
        await Promise.race([room.promise, written]);
      }
    },
    end: () => {
      tell({ do: "end" });
      return written;
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}
