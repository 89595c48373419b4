import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Clock } from "#src/kernel/clock.ts";
import type { Config } from "./config.ts";

/** A clock that starts at `at` and then runs as fast as the real one. */
export function startClockAt(at: Date, real: Clock): Clock {
  return shifted(at.getTime() - real().getTime(), real);
}

const shifted =
  (shift: number, real: Clock): Clock =>
  () =>
    new Date(real().getTime() + shift);

type Settings = Pick<Config, "DEMO_CLOCK" | "demo">;
const fileIn = (dataDir: string): string => path.join(dataDir, "clock-shift");

/** The service's clock, noted in its folder so that commands beside it live in the same time. */
export function keepClock(config: Settings, dataDir: string, real: Clock): Clock {
  rmSync(fileIn(dataDir), { force: true });
  if (config.DEMO_CLOCK === undefined) return real;
  const shift = Date.parse(config.DEMO_CLOCK) - real().getTime();
  writeFileSync(fileIn(dataDir), `${shift}\n`);
  return shifted(shift, real);
}

/** The clock of the service that works, or worked last, on this folder. */
export function resumeClock(config: Settings, dataDir: string, real: Clock): Clock {
  if (!config.demo) return real;
  if (existsSync(fileIn(dataDir))) {
    const shift = Number(readFileSync(fileIn(dataDir), "utf8"));
    if (Number.isSafeInteger(shift)) return shifted(shift, real);
  }
  return config.DEMO_CLOCK === undefined ? real : startClockAt(new Date(config.DEMO_CLOCK), real);
}
