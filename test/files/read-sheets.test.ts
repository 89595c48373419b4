import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { readSheets } from "#src/files/read-sheets.ts";
import { neutralised } from "#src/files/neutralised.ts";
import { writeSheets } from "#src/files/write-sheets.ts";
import { FORMULAS } from "#test/support/formulas.ts";
import { rawXlsx, zipOf } from "#test/support/raw-xlsx.ts";

const write = async (rows: readonly (readonly (string | number | Date | null)[])[]): Promise<Buffer> =>
  Buffer.from(await writeSheets([{ name: "表", head: ["甲", "乙"], rows, widths: [10, 10] }]));

test("what is written is read again: text, numbers and days", async () => {
  const bytes = await write([["李明", 12, null].slice(0, 2), ["王芳", new Date("2026-09-16T00:00:00Z")]]);
  const sheets = await readSheets(bytes);
  if (typeof sheets === "string") throw new Error(sheets);
  const [sheet] = sheets;
  expect(sheet?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
    ["甲", "乙"],
    ["李明", "12"],
    ["王芳", "2026-09-16"],
  ]);
});

test("a cell that shows a time of day is read as that time", async () => {
  const { writeXlsx } = await import("hucre/xlsx");
  const style = { numFmt: "h:mm" };
  const cells = new Map([
    ["0,0", { value: 0.375, style }],
    ["0,1", { value: 0.6041666667, style }],
  ]);
  const bytes = await writeXlsx({ sheets: [{ name: "表", rows: [[0.375, 0.6041666667]], cells }] });
  const sheets = await readSheets(Buffer.from(bytes));
  if (typeof sheets === "string") throw new Error(sheets);
  expect(sheets[0]?.rows[0]?.map((cell) => cell.text)).toEqual(["09:00", "14:30"]);
});

test("a cell that shows a month alone, though the program keeps the first of it, is known as such", async () => {
  const { writeXlsx } = await import("hucre/xlsx");
  const first = new Date("2027-03-01T00:00:00Z");
  const formats = ['yyyy"年"m"月"', "mmm-yy", "[$-804]yyyy\\-mm;@", "yyyy-mm-dd", 'm"月"d"日"'];
  const cells = new Map(
    formats.map((numFmt, column) => [`0,${column}`, { value: first, style: { numFmt } }] as const),
  );
  const bytes = await writeXlsx({ sheets: [{ name: "表", rows: [formats.map(() => first)], cells }] });
  const sheets = await readSheets(Buffer.from(bytes));
  if (typeof sheets === "string") throw new Error(sheets);
  expect(sheets[0]?.rows[0]?.map((cell) => cell.hidesDay)).toEqual([
    "yes",
    "yes",
    "yes",
    undefined,
    undefined,
  ]);
});

test("where the file names the format only by its number in Excel's Chinese list, the first of a month may be a month", async () => {
  // 57 shows 2027年3月 and 14 shows 2027/3/1; 46447 is 2027-03-01, 46448 the day after.
  const row =
    '<row r="1"><c r="A1" s="1"><v>46447</v></c><c r="B1" s="2"><v>46447</v></c><c r="C1" s="1"><v>46448</v></c></row>';
  const sheets = await readSheets(zipOf(rawXlsx({ 表: row }, { formats: [57, 14] })));
  if (typeof sheets === "string") throw new Error(sheets);
  expect(sheets[0]?.rows[0]).toEqual([
    { text: "2027-03-01", hidesDay: "maybe" },
    { text: "2027-03-01" },
    { text: "2027-03-02" },
  ]);
});

test("of a merged cell the first is read, and those it covers are known as covered", async () => {
  const { writeXlsx } = await import("hucre/xlsx");
  const rows = [
    ["姓名", "镇街"],
    ["李明", "羊昌镇"],
    ["王芳", ""],
    ["罗文军", ""],
  ];
  const merges = [{ startRow: 1, startCol: 1, endRow: 2, endCol: 1 }];
  const sheets = await readSheets(Buffer.from(await writeXlsx({ sheets: [{ name: "代表", rows, merges }] })));
  if (typeof sheets === "string") throw new Error(sheets);
  expect(sheets[0]?.rows.map((row) => [row[1]?.text, row[1]?.merged])).toEqual([
    ["镇街", undefined],
    ["羊昌镇", undefined],
    ["", true],
    ["", undefined],
  ]);
});

test(`${FORMULAS.length} texts that a spreadsheet could run come out as text`, async () => {
  expect(FORMULAS.length).toBeGreaterThanOrEqual(200);
  expect(FORMULAS.filter((formula) => !neutralised(formula).startsWith("'"))).toEqual([]);
  const bytes = await write(FORMULAS.map((formula) => [formula, "x"]));
  const sheets = await readSheets(bytes);
  if (typeof sheets === "string") throw new Error(sheets);
  expect(sheets[0]?.rows.flat().filter((cell) => cell.formula === true)).toEqual([]);
});

test("a negative number and an ordinary sentence stay as they are", () => {
  expect(["-12", "-1.5", "走访=看望", "12户"].map(neutralised)).toEqual(["-12", "-1.5", "走访=看望", "12户"]);
});

test("what is no xlsx, too large, or unpacks without end is refused before it is unpacked", async () => {
  expect(await readSheets(Buffer.from("a,b\n1,2"))).toBe("not-xlsx");
  expect(await readSheets(Buffer.alloc(11 * 1024 * 1024))).toBe("too-large");
  expect(await readSheets(bombOf(200 * 1024 * 1024))).toBe("bomb");
  const whole = await write([["a", 1]]);
  expect(await readSheets(whole.subarray(0, whole.length - 40))).toBe("not-xlsx");
});

// A zip of one entry that says it unpacks to so many bytes.
function bombOf(size: number): Buffer {
  const name = Buffer.from("xl/workbook.xml");
  const body = deflateRawSync(Buffer.alloc(1024));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt32LE(body.length, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + body.length, 16);
  return Buffer.concat([local, name, body, entry, name, end]);
}
