import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepClock, resumeClock } from "#src/compose/clock.ts";

const SETTING = "2026-12-04T09:00:00+08:00";
const started = { demo: true, DEMO_CLOCK: SETTING };

let folder: string;
let real: Date;
const later = (minutes: number): Date => new Date(real.getTime() + minutes * 60_000);
const read = (clock: () => Date): string => clock().toISOString();

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "lvzhi-clock-"));
  real = new Date("2030-05-01T00:00:00Z");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a demo that was killed and started again goes on in time: what it owed then is owed now", () => {
  expect(read(keepClock(started, folder, () => real))).toBe("2026-12-04T01:00:00.000Z");
  expect(read(keepClock(started, folder, () => later(7)))).toBe("2026-12-04T01:07:00.000Z");
});

test("a second start leaves the note as it is: a kill at any moment of it loses nothing", () => {
  keepClock(started, folder, () => real);
  const before = statSync(path.join(folder, "clock-shift"), { bigint: true });
  keepClock(started, folder, () => later(7));
  const { ino, ctimeNs } = statSync(path.join(folder, "clock-shift"), { bigint: true });
  expect({ ino, ctimeNs }).toEqual({ ino: before.ino, ctimeNs: before.ctimeNs });
});

test("another setting is obeyed, back or forth", () => {
  keepClock(started, folder, () => real);
  const earlier = { demo: true, DEMO_CLOCK: "2026-11-01T09:00:00+08:00" };
  expect(read(keepClock(earlier, folder, () => later(7)))).toBe("2026-11-01T01:00:00.000Z");
});

test("a command beside it lives in its time; without the setting both live in the real one", () => {
  keepClock(started, folder, () => real);
  expect(read(resumeClock({ ...started, DEMO_CLOCK: undefined }, folder, () => later(3)))).toBe(
    "2026-12-04T01:03:00.000Z",
  );
  keepClock({ demo: true, DEMO_CLOCK: undefined }, folder, () => real);
  expect(resumeClock({ demo: true, DEMO_CLOCK: undefined }, folder, () => real)()).toEqual(real);
});

test("a note cut short by a crash is as good as none", () => {
  writeFileSync(path.join(folder, "clock-shift"), '{"setting":"2026');
  expect(read(keepClock(started, folder, () => real))).toBe("2026-12-04T01:00:00.000Z");
});
