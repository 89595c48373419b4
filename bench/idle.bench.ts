import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { connect } from "#db/client.ts";
import type { Bench, Figures, Progress } from "./bench.ts";

const SETTLE_MS = 5_000;

/** What `npm start` runs, with compiled modules kept beside the data: none are there at the first start. */
function startCommand(dataDir: string): string {
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(readFileSync("package.json", "utf8")));
  return scripts.start.replace(/(?<=NODE_COMPILE_CACHE=)\S+/u, path.join(dataDir, "compiled"));
}

function start(dataDir: string): {
  child: ChildProcess;
  ready: Promise<number>;
  gone: Promise<number | null>;
} {
  const child = spawn("sh", ["-c", `exec env ${startCommand(dataDir)}`], {
    env: {
      PATH: process.env["PATH"] ?? "",
      DATA_DIR: dataDir,
      PORT: "0",
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const ready = new Promise<number>((resolve, reject) => {
    child.stdout?.once("data", () => resolve(performance.now()));
    void gone.then((code) => reject(new Error(`the service ended with ${code}`)));
  });
  return { child, ready, gone };
}

async function databaseUp(dataDir: string): Promise<number> {
  for (;;) {
    const client = connect({ socketFolder: path.join(dataDir, "socket"), database: "lvzhi" }, 1);
    try {
      await client`select 1`;
      return performance.now();
    } catch {
      await sleep(10);
    } finally {
      await client.end({ timeout: 0 });
    }
  }
}

const rssMb = (pid: number): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024);

async function measure(dataDir: string) {
  const began = performance.now();
  const { child, ready, gone } = start(dataDir);
  const [readyAt, upAt] = await Promise.all([ready, databaseUp(dataDir)]);
  await sleep(SETTLE_MS);
  const rss = rssMb(child.pid ?? 0);
  const stopAt = performance.now();
  child.kill("SIGTERM");
  const code = await gone;
  return {
    startMs: Math.round(readyAt - began),
    afterDatabaseMs: Math.round(readyAt - upAt),
    rssMb: rss,
    stopMs: Math.round(performance.now() - stopAt),
    code,
  };
}

type Measured = Awaited<ReturnType<typeof measure>>;

async function run(options: ReadonlyMap<string, string>, progress: Progress): Promise<Figures> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "lvzhi-idle-"));
  try {
    const cold = await measure(dataDir);
    progress(`first start ${JSON.stringify(cold)}`);
    const warm: Measured[] = [];
    for (let turn = 0; turn < Number(options.get("turns") ?? 3); turn += 1) warm.push(await measure(dataDir));
    for (const one of warm) progress(JSON.stringify(one));
    const best = (pick: (one: Measured) => number): number => Math.min(...warm.map(pick));
    return {
      firstStartMs: cold.startMs,
      firstRssMb: cold.rssMb,
      startMs: best((one) => one.startMs),
      afterDatabaseMs: best((one) => one.afterDatabaseMs),
      rssMb: Math.max(...warm.map((one) => one.rssMb)),
      stopMs: Math.max(...warm.map((one) => one.stopMs)),
      stoppedWell: [cold, ...warm].every((one) => one.code === 0),
    };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

export const bench: Bench = {
  name: "idle",
  summary: "memory of an idle service, time to ready on a warm data folder, time to stop",
  run,
};
