import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  const before = findNoted(dataDir);
  rmSync(fileIn(dataDir), { force: true });
  const setting = config.DEMO_CLOCK;
  if (setting === undefined) return real;
  const shift = before?.setting === setting ? before.shift : Date.parse(setting) - real().getTime();
  writeFileSync(fileIn(dataDir), `${JSON.stringify({ setting, shift } satisfies z.infer<typeof Noted>)}\n`);
  return shifted(shift, real);
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
