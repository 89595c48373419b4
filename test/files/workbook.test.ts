import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { type SheetColumn, type SheetValue, toSheetLine } from "#src/domain/sheet.ts";
import { createWorkbook } from "#src/files/workbook.ts";
import { FORMULAS } from "#test/support/formulas.ts";

const text = (head: string): SheetColumn => ({ head, width: 20, as: "text" });

async function rowsOf(columns: readonly SheetColumn[], lines: readonly (readonly SheetValue[])[]) {
  const workbook = createWorkbook();
  workbook.open({ name: "明细", columns });
  for (const line of lines) workbook.add([toSheetLine(line)]);
  const { sheets } = await readXlsx(workbook.end());
  return sheets[0]?.rows.slice(1);
}

test("a table of many megabytes reads as it was written, the same words in every row and words of its own", async () => {
  const columns = [text("代表"), text("内容"), { head: "户", width: 8, as: "number" }] as const;
  const lines = Array.from({ length: 9_000 }, (_, at) => [
    `代表${at % 60}`,
    `第${at}次走访,${"了解用水的情况".repeat(20)}`,
    at % 30,
  ]);
  lines[4_000] = ["王芳", "一句很长的话。".repeat(4_000), 1];
  expect(await rowsOf(columns, lines)).toEqual(lines);
}, 30_000);

test("a place that is called null is written, and where there is none the cell is empty", async () => {
  const columns = [
    text("地点"),
    { head: "未确认", width: 8, as: "named", names: { true: "是", false: "" } },
  ] as const;
  const lines = [
    [null, true],
    ["null", false],
    [null, true],
    ["null", "true"],
  ];
  const rows = await rowsOf(columns, lines);
  expect(rows?.map((row) => [row[0] ?? "", row[1] ?? ""])).toEqual([
    ["", "是"],
    ["null", ""],
    ["", "是"],
    ["null", "是"],
  ]);
});

test(`${FORMULAS.length} texts that a spreadsheet could run are text as they are written, whatever of them is left out`, async () => {
  const rows = await rowsOf(
    [text("内容")],
    FORMULAS.map((formula) => [formula]),
  );
  expect(rows).toHaveLength(FORMULAS.length);
  expect(rows?.filter(([cell]) => typeof cell !== "string" || !cell.startsWith("'"))).toEqual([]);
});
