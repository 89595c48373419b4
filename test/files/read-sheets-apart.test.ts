import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { readSheets } from "#src/files/read-sheets.ts";
import { readSheetsApart } from "#src/files/read-sheets-apart.ts";
import { rawXlsx, textCell, zipOf } from "#test/support/raw-xlsx.ts";

const workbook = (rows: number): Buffer =>
  zipOf(rawXlsx({ 计划: `<row>${"<c><v>1</v></c>".repeat(60)}</row>`.repeat(rows) }));

test("an honest workbook is read apart as it is read here", async () => {
  const bytes = zipOf(rawXlsx({ 计划: `<row r="1">${textCell("A1", "羊昌镇代表小组")}</row>`, 别的: "" }));
  expect(await readSheetsApart(bytes)).toEqual(await readSheets(bytes));
  expect(await readSheetsApart(Buffer.from("PK"))).toBe("not-xlsx");
});

test("a small file that unpacks to seconds of work is given up, and nothing else waits meanwhile", async () => {
  const bytes = workbook(20_000);
  let beats = 0;
  const beat = setInterval(() => (beats += 1), 20);
  await sleep(100);
  const before = beats;
  expect(await readSheetsApart(bytes, { ms: 400, memoryMb: 256 })).toBe("bomb");
  clearInterval(beat);
  expect(beats - before).toBeGreaterThan(8);
});

test("one that needs more memory than a thread may have is given up alone", async () => {
  expect(await readSheetsApart(workbook(20_000), { ms: 60_000, memoryMb: 24 })).toBe("bomb");
}, 60_000);
