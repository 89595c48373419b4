import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

// Whoever wrote the same two words forty times could else keep everybody waiting for ever.
test("no pattern of the program can be matched by a text in millions of ways", async () => {
  const script = fileURLToPath(new URL("support/patterns/slow-patterns.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script]);
  const lines = stdout.trim().split("\n");
  const { patterns } = JSON.parse(lines.pop() ?? "{}");
  expect(patterns).toBeGreaterThan(2_000);
  expect(lines).toEqual([]);
}, 120_000);
