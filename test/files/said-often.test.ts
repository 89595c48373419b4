import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { toSheetLine } from "#src/domain/sheet.ts";
import { createSaidOften } from "#src/files/said-often.ts";
import { createWorkbook } from "#src/files/workbook.ts";

test("words that are said again have the place they had, and what could run as a formula is text there too", () => {
  const often = createSaidOften();
  expect(["走访", "=1+1", "走访", "  接待<"].map(often.placeOf)).toEqual([0, 1, 0, 2]);
  expect(often.entries()).toEqual([
    "<si><t>走访</t></si>",
    "<si><t>'=1+1</t></si>",
    '<si><t xml:space="preserve">  接待&lt;</t></si>',
  ]);
});

test("two sheets share what is said often, and each reads as it was written", async () => {
  const workbook = createWorkbook();
  const column = { head: "镇街", width: 10, as: "text" } as const;
  for (const name of ["明细", "说明"]) {
    workbook.open({ name, columns: [column] });
    workbook.add([["羊昌镇"], ["东风镇"], [`${name}的`], ["羊昌镇"]].map(toSheetLine));
  }
  const { sheets } = await readXlsx(workbook.end());
  expect(sheets.map((sheet) => sheet.rows.flat())).toEqual([
    ["镇街", "羊昌镇", "东风镇", "明细的", "羊昌镇"],
    ["镇街", "羊昌镇", "东风镇", "说明的", "羊昌镇"],
  ]);
});
