import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { secretsFinding } from "#src/cli/lvzhi/secrets-finding.ts";

test("settings and keys that other users of the machine can read are found", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-secrets-"));
  const settings = path.join(folder, ".env");
  expect(secretsFinding(folder, settings).fine).toBe(true);
  writeFileSync(settings, "FIELD_KEY=", { mode: 0o600 });
  writeFileSync(path.join(folder, "demo.key"), "key", { mode: 0o600 });
  expect(secretsFinding(folder, settings).fine).toBe(true);
  chmodSync(settings, 0o640);
  chmodSync(path.join(folder, "demo.key"), 0o604);
  expect(secretsFinding(folder, settings)).toEqual({
    what: "secrets",
    fine: false,
    says: `other users may read ${settings}, ${folder}/demo.key: chmod go= ${settings} ${folder}/demo.key`,
  });
  rmSync(folder, { recursive: true });
});
