import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { toComplaint } from "./kernel/complaint.ts";

if (Number(process.versions.node.split(".")[0]) < 24) {
  process.stderr.write("lvzhi needs Node 24: start it with `npm start`.\n");
  process.exit(1);
}

// What nobody caught ends the process, and the engine would print the error with all that it quotes.
process.once("uncaughtException", (error) => {
  process.stderr.write(`${toComplaint(error)}\n`);
  process.exit(1);
});

const STOP_MS = 5_000;

// Kept from start to start, compiled modules halve the time to ready. They must be asked for before the rest is
// imported; where the folder cannot be written, nothing is kept.
enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/lvzhi", import.meta.url)));
const { readConfig } = await import("./compose/config.ts");
const { createLog } = await import("./compose/log.ts");
const { run } = await import("./compose/run.ts");

try {
  const config = readConfig(process.env);
  const log = createLog(config.LOG_LEVEL);
  const running = await run(config, () => new Date(), log);
  const end = async (): Promise<void> => {
    // Whatever still hangs after this is given up; nothing stored is lost by it.
    setTimeout(() => {
      log.error("stop.gave-up", { afterMs: STOP_MS - 500 });
      process.exit(0);
    }, STOP_MS - 500).unref();
    await running.stop();
    process.exit(0);
  };
  process.once("SIGTERM", () => void end());
  process.once("SIGINT", () => void end());
  process.stdout.write(`lvzhi ready ${running.url} pid=${process.pid}\n`);
} catch (error) {
  process.stderr.write(`${toComplaint(error)}\n`);
  process.exit(1);
}
