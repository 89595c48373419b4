import { constants, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { createWorkbook } from "./workbook.ts";
import type { ToWorkbook } from "./workbook-thread.ts";

// The thread behind `workbook-thread.ts`: writes one workbook and hands its bytes back.

/** Somebody waits for a message, and for a file only a little. */
const BESIDE_MESSAGES = constants.priority.PRIORITY_BELOW_NORMAL;

// On Linux a priority is a thread's own; elsewhere it would be that of the whole service.
if (process.platform === "linux") setPriority(BESIDE_MESSAGES);

const workbook = createWorkbook();

parentPort?.on("message", (word: ToWorkbook) => {
  switch (word.do) {
    case "open":
      return workbook.open(word.plan);
    case "add":
      workbook.add(word.lines);
      return parentPort?.postMessage("added");
    case "end": {
      const bytes = workbook.end();
      return parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
    }
  }
});
