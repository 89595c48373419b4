import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { watchText } from "#test/support/leaks.ts";

// A mistyped DATA_DIR is a question to the operator and no reason to begin a database there.
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "lvzhi-doctor-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const doctor = (dataDir: string, more: Readonly<Record<string, string>> = {}) =>
  new Promise<{ readonly code: number; readonly err: string }>((resolve) => {
    const env = { PATH: process.env["PATH"], DATA_DIR: dataDir, ...more };
    execFile(process.execPath, ["src/cli/lvzhi.ts", "doctor"], { env }, (error, _out, err) => {
      watchText(err, "errors");
      resolve({ code: error === null ? 0 : Number(error.code), err });
    });
  });
const REAL = { DEMO: "0", FIELD_KEY: "a field key for the doctor test, long enough" };

test.each([
  ["for real work", REAL],
  ["for the demo", {}],
])("the doctor makes no folder, no database and no key where there is none: %s", async (_what, env) => {
  const mistyped = path.join(folder, "mistyped");
  const found = await doctor(mistyped, env);
  expect(found.code).toBe(1);
  expect(found.err).toContain("Check DATA_DIR and DATABASE_URL");
  expect(existsSync(mistyped)).toBe(false);
  const empty = mkdtempSync(path.join(folder, "empty-"));
  expect((await doctor(empty, env)).code).toBe(1);
  expect(readdirSync(empty)).toEqual([]);
});
