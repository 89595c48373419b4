import { describe, expect, test } from "vitest";
import { cleanCell, findCellDay, isErrorValue } from "#src/domain/roster/clean-cell.ts";
import { readSheets } from "#src/files/read-sheets.ts";
import { rawXlsx, textCell, zipOf } from "#test/support/raw-xlsx.ts";

async function read(bytes: Buffer): Promise<string[][][]> {
  const sheets = await readSheets(bytes);
  if (typeof sheets === "string") throw new Error(sheets);
  return sheets.map(({ rows }) => rows.map((row) => row.map((cell) => cell.text)));
}

describe("a file that lies about its size is refused before it is unpacked", () => {
  const honest = rawXlsx({ 代表: `<row r="1">${textCell("A1", "姓名")}</row>` });
  const big = Buffer.alloc(120 * 1024 * 1024, " ");
  const last = (change: object) =>
    honest.map((one, at) => (at === honest.length - 1 ? { ...one, ...change } : one));

  test("the honest one is read", async () => {
    expect(await read(zipOf(honest))).toEqual([[["姓名"]]]);
  });

  test.each([
    ["a hundred megabytes of blanks", last({ body: big })],
    ["no size for bytes that are there", last({ body: big, unpacked: 0 })],
    [
      "five hundred and one files",
      [...honest, ...Array.from({ length: 501 }, (_, at) => ({ name: `x${at}`, body: Buffer.from("x") }))],
    ],
  ])("%s", async (_what, entries) => {
    expect(await readSheets(zipOf(entries))).toBe("bomb");
  });

  test("a size smaller than the truth stops the unpacking", async () => {
    expect(await readSheets(zipOf(last({ body: big, unpacked: 100 })))).toBe("not-xlsx");
  });

  test("a second, 64-bit list beside the first is not believed", async () => {
    const bytes = zipOf(honest);
    bytes.writeUInt32LE(0xff_ff_ff_ff, bytes.length - 10);
    expect(await readSheets(bytes)).toBe("bomb");
  });

  test("a sheet that nobody asked for is left packed", async () => {
    const sheets = await readSheets(
      zipOf(rawXlsx({ 别的: "<row><broken", 代表: "" })),
      (name) => name === "代表",
    );
    expect(sheets).toEqual([
      { name: "代表", rows: [] },
      { name: "别的", rows: [] },
    ]);
  });

  test("an old or locked file is said to be one", async () => {
    expect(await readSheets(Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(512)]))).toBe(
      "locked",
    );
  });
});

describe("sheets as spreadsheets leave them", () => {
  test("a format or a stray cell at the far end costs nothing and hides nothing", async () => {
    const rows = `<row r="1">${textCell("A1", "姓名")}</row><row r="2">${textCell("A2", "李明")}</row>
      <row r="1048576"><c r="A1048576"/><c r="XFD1048576"><v>1</v></c></row>`;
    const [sheet = []] = await read(zipOf(rawXlsx({ 代表: rows })));
    expect(sheet.filter((row) => row.some((text) => text !== ""))).toEqual([["姓名"], ["李明"]]);
  });

  test("more rows than are allowed are seen, not cut off", async () => {
    const rows = Array.from(
      { length: 20_002 },
      (_, at) => `<row r="${at + 1}">${textCell(`A${at + 1}`, "x")}</row>`,
    );
    const [sheet] = await read(zipOf(rawXlsx({ 代表: rows.join("") })));
    expect(sheet).toHaveLength(20_002);
  });

  // 14, 22, 31 and 57 are how Excel and WPS mark days; without a mark a bare count of days is left.
  test.each([
    ["a date format", { formats: [14] }, '<c r="A1" s="1"><v>44550</v></c>'],
    ["a date with a time of day", { formats: [22] }, '<c r="A1" s="1"><v>44550.75</v></c>'],
    ["a Chinese date format", { formats: [31] }, '<c r="A1" s="1"><v>44550</v></c>'],
    ["a Chinese month format", { formats: [57] }, '<c r="A1" s="1"><v>44550</v></c>'],
    ["no format at all", {}, '<c r="A1"><v>44550</v></c>'],
    ["the calendar of 1904", { formats: [14], date1904: true }, '<c r="A1" s="1"><v>43088</v></c>'],
    ["text", {}, textCell("A1", " 2021年12月20日 ")],
    ["text with a time", {}, textCell("A1", "2021/12/20 0:00:00")],
    ["an ISO cell", {}, '<c r="A1" t="d"><v>2021-12-20T00:00:00</v></c>'],
  ])("a day in %s", async (_what, options, cell) => {
    const [[[text = ""] = []] = []] = await read(
      zipOf(rawXlsx({ 代表: `<row r="1">${cell}</row>` }, options)),
    );
    expect(findCellDay(cleanCell(text))).toBe("2021-12-20");
  });

  test.each(["#N/A", "#REF!", "#DIV/0!", "#NAME?"])("%s is told apart from a name", async (shown) => {
    const [[[text = ""] = []] = []] = await read(
      zipOf(rawXlsx({ 代表: `<row r="1"><c r="A1" t="e"><v>${shown}</v></c></row>` })),
    );
    expect(isErrorValue(text)).toBe(true);
  });

  test("a formula is marked, whatever value it left", async () => {
    const sheets = await readSheets(
      zipOf(rawXlsx({ 代表: '<row r="1"><c r="A1" t="str"><f>A2</f><v>李明</v></c></row>' })),
    );
    expect(typeof sheets === "string" ? sheets : sheets[0]?.rows[0]).toEqual([
      { text: "李明", formula: true },
    ]);
  });

  test("entities that multiply themselves are not followed", async () => {
    const lol = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>`;
    const entries = rawXlsx({ 代表: `<row r="1">${textCell("A1", "&b;")}</row>` });
    const sheet = entries.at(-1);
    const body = Buffer.from(String(sheet?.body).replace("<worksheet", `${lol}<worksheet`));
    const answer = await readSheets(zipOf([...entries.slice(0, -1), { name: sheet?.name ?? "", body }]));
    expect(JSON.stringify(answer)).not.toContain("haha");
  });
});
