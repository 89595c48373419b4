import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { House } from "./house.ts";
import type { Network } from "./network.ts";
import type { ChildSettings } from "./wire.ts";

/** One service process of the bench. */
export type Running = {
  readonly holder: string;
  readonly port: number;
  readonly spawnedAt: number;
  readonly readyAt: number;
  readonly kill: () => Promise<void>;
  /** True where it ended though nobody had killed it or asked it to stop. */
  readonly diedAlone: () => boolean;
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** Asks it to stop; milliseconds until it was gone, and its exit code. */
  readonly stop: () => Promise<{ readonly ms: number; readonly code: number | null }>;
};

const programAt = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const ENTRY = programAt("service.ts");
/** What people write who follow the library's first page: no outbox, no ids remembered. */
export const PLAIN_BOT = programAt("plain-bot.ts");
const STOP_MS = 8_000;

/** Starts a service and lets the network deliver to it once it is ready. */
export async function startService(
  house: House,
  network: Network,
  holder: string,
  port: number,
  entry = ENTRY,
): Promise<Running> {
  const settings: ChildSettings = {
    database: house.address,
    network: network.url,
    port,
    holder,
    logLevel: process.env["LOG_LEVEL"] ?? "silent",
    ...(network.telegram === undefined ? {} : { telegram: network.telegram }),
  };
  const spawnedAt = performance.now();
  const child = spawn(process.execPath, [entry, JSON.stringify(settings)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let isWanted = true;
  let diedAlone = false;
  const gone = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => {
      diedAlone = isWanted;
      network.services = network.services.filter((one) => one !== port);
      resolve(code);
    });
  });
  await whenReady(child, gone);
  network.services = [...network.services, port];
  return {
    holder,
    port,
    spawnedAt,
    readyAt: performance.now(),
    diedAlone: () => diedAlone,
    kill: async () => {
      isWanted = false;
      child.kill("SIGKILL");
      await gone;
    },
    freeze: () => child.kill("SIGSTOP"),
    thaw: () => child.kill("SIGCONT"),
    stop: async () => {
      const at = performance.now();
      isWanted = false;
      child.kill("SIGTERM");
      const hard = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
      const code = await gone;
      clearTimeout(hard);
      return { ms: performance.now() - at, code };
    },
  };
}

function whenReady(child: ChildProcess, gone: Promise<number | null>): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.once("data", () => resolve());
    void gone.then((code) => reject(new Error(`the service ended before it was ready, exit code ${code}`)));
  });
}
