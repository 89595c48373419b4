import { type ChildProcess, execFile, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Bench, Figures, Progress } from "./bench.ts";
import { openHouse } from "./kill/house.ts";

type Load = { readonly requests: number; readonly perSecond: number; readonly p99Ms: number };

const entry = (name: string): string => fileURLToPath(new URL(`accept/${name}.ts`, import.meta.url));

async function startServer(name: string, address: object): Promise<{ url: string; child: ChildProcess }> {
  const stdio = ["ignore", "pipe", "inherit"] as const;
  const child = spawn(process.execPath, [entry(name), JSON.stringify(address)], { stdio: [...stdio] });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once("data", (line: Buffer) => resolve(line.toString().trim()));
    child.once("exit", (code) => reject(new Error(`${name} ended with ${code}`)));
  });
  return { url, child };
}

async function load(url: string, connections: string, seconds: string): Promise<Load> {
  const { stdout } = await promisify(execFile)(process.execPath, [entry("load"), url, connections, seconds]);
  return JSON.parse(stdout) as Load;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

// In turns, so that other load on the machine meets both alike; the ratio of each turn counts, not the figures.
async function run(options: ReadonlyMap<string, string>, progress: Progress): Promise<Figures> {
  const connections = options.get("connections") ?? "32";
  const seconds = options.get("seconds") ?? "4";
  const house = await openHouse([]);
  const bare = await startServer("bare", house.address);
  const door = await startServer("door", house.address);
  try {
    const turns: { bare: Load; door: Load }[] = [];
    await load(bare.url, connections, "1");
    await load(door.url, connections, "1");
    for (let turn = 0; turn < Number(options.get("turns") ?? 3); turn += 1) {
      const one = {
        bare: await load(bare.url, connections, seconds),
        door: await load(door.url, connections, seconds),
      };
      progress(`bare ${one.bare.perSecond}/s, ours ${one.door.perSecond}/s`);
      turns.push(one);
    }
    return {
      barePerSecond: median(turns.map((one) => one.bare.perSecond)),
      doorPerSecond: median(turns.map((one) => one.door.perSecond)),
      ratio: Math.round(median(turns.map((one) => one.door.perSecond / one.bare.perSecond)) * 100) / 100,
      bareP99Ms: median(turns.map((one) => one.bare.p99Ms)),
      doorP99Ms: median(turns.map((one) => one.door.p99Ms)),
    };
  } finally {
    bare.child.kill();
    door.child.kill();
    await house.close();
  }
}

export const bench: Bench = {
  name: "accept",
  summary:
    "messages stored and acknowledged over HTTP, against a bare fastify with one insert for each request",
  run,
};
