import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { countWritten } from "#test/support/leaks.ts";
import { eventually } from "#test/support/eventually.ts";
import { launchService, startService } from "#test/support/started.ts";

// What is searched for people's words is whatever any test's service shows, not that of one test alone.
const FIGURE = "lvzhi_inbox_waiting ";

test("the figures of every service that a test runs in a process of its own are searched, also behind a token", async () => {
  const service = await startService({ METRICS_TOKEN: "a token for these figures" });
  const before = countWritten("metrics", FIGURE);
  await service.close();
  expect(countWritten("metrics", FIGURE)).toBeGreaterThan(before);
}, 60_000);

test("also of one that is killed and never asked to stop", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-watched-"));
  const service = await launchService({ DATA_DIR: folder, PORT: "0" });
  const before = countWritten("metrics", FIGURE);
  await eventually(() => expect(countWritten("metrics", FIGURE)).toBeGreaterThan(before), 30_000);
  service.kill("SIGKILL");
  await once(service, "exit");
  rmSync(folder, { recursive: true, force: true });
}, 60_000);
