import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RECORD_SHEETS } from "#src/domain/roster/record-sheet.ts";
import { writeSheets } from "#src/files/write-sheets.ts";
import { inColumns, rosterFile } from "#test/support/roster-file.ts";
import { watchText } from "#test/support/leaks.ts";

const { records: SHEET } = RECORD_SHEETS;
type Row = Parameters<typeof inColumns<keyof typeof SHEET.columns>>[1][number];
type Ended = { readonly code: number; readonly out: string; readonly err: string };

let folder = "";

/** Runs an operator's command on the folder of this test. */
function lvzhi(...words: readonly string[]): Promise<Ended> {
  const env = {
    PATH: process.env["PATH"],
    DATA_DIR: path.join(folder, "data"),
    DEMO: "0",
    FIELD_KEY: "a field key for the records test, long enough",
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ["src/cli/lvzhi.ts", ...words], { env }, (error, out, err) => {
      watchText(err, "errors");
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

async function take(rows: readonly Row[], ...options: readonly string[]): Promise<Ended> {
  const file = path.join(folder, "records.xlsx");
  const head = Object.values(SHEET.columns).map((one) => one.head);
  const sheet = { name: SHEET.name, head, rows: inColumns(SHEET, rows), widths: [] };
  writeFileSync(file, await writeSheets([sheet]));
  return lvzhi("import-records", file, ...options);
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "lvzhi-records-"));
  const roster = path.join(folder, "roster.xlsx");
  const orgs = [{ name: "羊昌镇", kind: "镇街" }];
  const seat = { level: "区", term: "十八届", township: "羊昌镇", from: "2021-12-20", status: "在任" };
  writeFileSync(roster, await rosterFile({ orgs, mandates: [{ name: "李明", code: "D1", ...seat }] }));
  expect(await lvzhi("import-roster", roster)).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const visit = (date: string, counts: string): Row => ({
  name: "李明",
  kind: "走访群众",
  date,
  counts,
  text: "走访困难户",
});
const markOf = (said: string): string => /--yes=[\w-]+/u.exec(said)?.[0] ?? "";

test("records that came before are added to only as they were looked at", { timeout: 90_000 }, async () => {
  expect((await take([visit("2025-05-12", "12户")])).out).toContain("Filed 1 records");
  expect((await take([visit("2025-05-12", "12户")])).out).toContain(
    "Filed 0 records; 1 were on file already",
  );
  const more = [visit("2025-05-12", "12户"), visit("2025-05-12", "13户")];
  const asked = await take(more);
  expect(asked.code).toBe(1);
  expect(asked.out).toContain("新增:李明(编号D1) 2025-05-12 走访群众 13户 走访困难户");
  expect(asked.err).toMatch(
    /^Nothing was changed yet: 1 records; 1 were on file already\. .*--yes=[\w-]{16}\.\n$/u,
  );
  const looked = await take(more, "--dry-run");
  expect(markOf(looked.out)).toBe(markOf(asked.err));
  const other = await take([...more, visit("2025-06-01", "3户")], markOf(looked.out));
  expect(other.code).toBe(1);
  expect(other.err).toContain("Nothing was changed: this is not what the look");
  expect((await take(more, markOf(looked.out))).out).toContain("Filed 1 records");
  expect((await take(more)).out).toContain("Filed 0 records; 2 were on file already");
  for (const options of [["--yes"], ["--force"], ["--yes=abc", "--dry-run"]])
    expect((await take(more, ...options)).err).toContain("--dry-run to look only or --yes=MARK");
});
