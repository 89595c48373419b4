import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
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

/** What a service notes of its clock: the setting it started with, and how far that is from the real time, in ms. */
const Noted = z.object({ setting: z.string(), shift: z.int() });

const fileIn = (dataDir: string): string => path.join(dataDir, "clock-shift");

/**
 * The service's clock, noted in its folder so that commands beside it live in the same time. Started again with the
 * same setting it goes on from the first start: a clock that went back would leave what is due waiting for itself.
 */
export function keepClock(config: Settings, dataDir: string, real: Clock): Clock {
  const setting = config.DEMO_CLOCK;
  if (setting === undefined) {
    rmSync(fileIn(dataDir), { force: true });
    return real;
  }
  const before = findNoted(dataDir);
  if (before?.setting === setting) return shifted(before.shift, real);
  const shift = Date.parse(setting) - real().getTime();
  note(dataDir, { setting, shift });
  return shifted(shift, real);
}

// Whole or not at all: after a note that a crash cut short the next start would go back in time.
function note(dataDir: string, noted: z.infer<typeof Noted>): void {
  const fresh = `${fileIn(dataDir)}.new`;
  writeFileSync(fresh, `${JSON.stringify(noted)}\n`);
  renameSync(fresh, fileIn(dataDir));
}

/** The clock of the service that works, or worked last, on this folder. */
export function resumeClock(config: Settings, dataDir: string, real: Clock): Clock {
  if (!config.demo) return real;
  const noted = findNoted(dataDir);
  if (noted !== undefined) return shifted(noted.shift, real);
  return config.DEMO_CLOCK === undefined ? real : startClockAt(new Date(config.DEMO_CLOCK), real);
}

// A note that a crash cut short, or an earlier version wrote, is no note.
function findNoted(dataDir: string): z.infer<typeof Noted> | undefined {
  if (!existsSync(fileIn(dataDir))) return undefined;
  try {
    return Noted.safeParse(JSON.parse(readFileSync(fileIn(dataDir), "utf8"))).data;
  } catch {
    return undefined;
  }
}
