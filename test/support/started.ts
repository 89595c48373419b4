import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { watchLine } from "./leaks.ts";
import { watchFigures } from "./watch-figures.ts";

/** The service as `npm start` runs it: its own process, folder and embedded PostgreSQL. */
export type Started = {
  readonly url: string;
  readonly folder: string;
  readonly pid: number;
  /** Asks it to end, as an operator would; resolves with its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Starts it again on the same folder and port. */
  readonly again: () => Promise<void>;
  /** Ends it and forgets its folder. */
  readonly close: () => Promise<void>;
};

type Environment = Readonly<Record<string, string>>;

/** Starts the service on a new folder: the demo, unless `environment` says otherwise. */
export async function startService(environment: Environment = {}): Promise<Started> {
  const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-started-"));
  const settings = { DATA_DIR: folder, PORT: "0", ...environment };
  let { child, url, look } = await launch(settings);
  const stop = async (): Promise<number | null> => {
    if (child.exitCode !== null) return child.exitCode;
    await look();
    child.kill("SIGTERM");
    await once(child, "exit");
    return child.exitCode;
  };
  return {
    url,
    folder,
    get pid() {
      return child.pid ?? 0;
    },
    stop,
    again: async () => {
      ({ child, url, look } = await launch({ ...settings, PORT: new URL(url).port }));
    },
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts the service with exactly these settings; resolves when it is ready. */
export const launchService = async (environment: Environment): Promise<ChildProcess> =>
  (await launch(environment)).child;

type Launched = {
  readonly child: ChildProcess;
  readonly url: string;
  /** Looks at its figures, as is done by the way all the time. */
  readonly look: () => Promise<void>;
};

async function launch(environment: Environment): Promise<Launched> {
  const child = spawn(process.execPath, ["src/main.ts"], {
    env: { PATH: process.env["PATH"], LOG_LEVEL: "debug", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  createInterface({ input: child.stderr }).on("line", hearLog);
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^lvzhi ready (\S+) /u.exec(line)?.[1];
    if (url !== undefined)
      return { child, url, look: watchFigures(child, url, environment["METRICS_TOKEN"]) };
  }
  throw new Error("the service ended before it was ready");
}

// Everything is looked at; only what went wrong is shown.
function hearLog(line: string): void {
  watchLine(line);
  if (!/^\{"level":[1-4]0,/u.test(line)) process.stderr.write(`${line}\n`);
}
