import { parentPort, workerData } from "node:worker_threads";
import { readSheets } from "./read-sheets.ts";

// The thread behind `read-sheets-apart.ts`: reads one workbook and hands its sheets back.

if (!(workerData instanceof Uint8Array)) throw new TypeError("a workbook to read is bytes");
const sheets = await readSheets(Buffer.from(workerData));
parentPort?.postMessage(sheets);
