import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readRosterState } from "#db/queries/roster-state.ts";
import { createVault } from "#db/vault.ts";
import { importRecords, compareRecords } from "#src/actions/roster/import-records.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import { parseRecords } from "#src/domain/roster/parse-records.ts";
import { RECORD_SHEETS } from "#src/domain/roster/record-sheet.ts";
import { readSheets } from "#src/files/read-sheets.ts";
import { writeSheets } from "#src/files/write-sheets.ts";
import { rosterProblem } from "#src/text/roster.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { inColumns } from "#test/support/roster-file.ts";
import { testWorld } from "#test/support/world.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-25T10:00:00+08:00");
  // Another 陈建国, of the other town.
  await city.database.db.execute(sql`
    with p as (insert into people (name, code, phone) values ('陈建国', 'D9', ${createVault(TEST_KEY).seal("13800000009")})
      returning id)
    insert into mandates (person_id, level, term, township_id, group_id, valid_from)
    select p.id, 'district', '第十八届', m.township_id, m.group_id, '2021-12-20' from p, mandates m
      join people q on q.id = m.person_id where q.name = '吴红梅'`);
});
afterAll(() => city.close());

const { records: SHEET } = RECORD_SHEETS;
type Row = Parameters<typeof inColumns<keyof typeof SHEET.columns>>[1][number];

/** Takes old records over as the command does: how many were filed, or what is wrong. */
async function take(...rows: readonly Row[]): Promise<number | string[]> {
  const head = Object.values(SHEET.columns).map((one) => one.head);
  const file = await writeSheets([{ name: SHEET.name, head, rows: inColumns(SHEET, rows), widths: [] }]);
  const sheets = await readSheets(Buffer.from(file));
  if (typeof sheets === "string") throw new Error(sheets);
  const world = testWorld("2026-11-25T10:00:00+08:00");
  return city.database.db.transaction(async (tx) => {
    const state = await readRosterState(tx, createVault(TEST_KEY));
    const parsed = parseRecords(sheets, state, world.today, withoutPersonalData);
    if ("problems" in parsed) return parsed.problems.map(rosterProblem);
    const { missing } = await compareRecords(tx, parsed.records);
    await importRecords(tx, missing, world, () => undefined);
    return missing.length;
  });
}

const heard = async (name: string, said: string): Promise<string> =>
  (await city.person(name).says(said)).map((one) => one.text).join("\n");

const VISIT = { kind: "走访群众", date: new Date("2025-05-12T00:00:00Z"), text: "走访困难户" } as const;
const ROWS: readonly Row[] = [
  { ...VISIT, name: "李 明", place: "黄连村", counts: "12户、30人次" },
  {
    ...VISIT,
    name: "李明",
    date: "2025年6月3日",
    place: "平寨村",
    counts: "8户",
    text: "走访,联系电话13812345678",
  },
  { ...VISIT, name: "王芳", kind: "接待选民", counts: "5人" },
  { ...VISIT, name: "陈建国", township: "羊昌镇", counts: "3户" },
  { ...VISIT, name: "陈建国", phone: "138 0000 0009", counts: "4户" },
];

describe("last year's records", () => {
  test("are taken over once, however often the file comes", async () => {
    expect(await take(...ROWS)).toBe(5);
    expect(await take(...ROWS)).toBe(0);
    expect(await take(...ROWS, { ...VISIT, name: "王芳", counts: "6户" })).toBe(1);
  });

  test("stand in the year they belong to, verified, without anybody's telephone", async () => {
    const rows = await city.database.db.execute(sql`
      select distinct source, state, left(number, 6) "number" from duty_records where source = 'import'`);
    expect([...rows]).toEqual([{ source: "import", state: "verified", number: "履-2025" }]);
    const [kept] = await city.database.db.execute<{ n: number }>(
      sql`select count(*)::int n from duty_records where narrative like '%138%'`,
    );
    expect(kept?.n).toBe(0);
  });

  test("count in figures with their period, in the town of the deputy who is meant", async () => {
    const yangchang = await heard("刘敏", "统计 羊昌镇 走访 2025年");
    expect(yangchang).toContain("2025年");
    expect(yangchang).toContain("29户");
    expect(await heard("赵勇", "统计 东风镇 走访 2025年")).toContain("4户");
    expect(await heard("刘敏", "统计 羊昌镇 走访 2025年二季度")).toContain("29户");
    const thisYear = await heard("刘敏", "统计 羊昌镇 走访 2026年");
    expect(thisYear).toContain("没有计入的记录");
    expect(thisYear).toMatch(/上年同期.*29户/u);
  });

  test("are the deputy's own, when he asks for last year", async () => {
    expect(await heard("李明", "我去年走访了多少户")).toContain("20户");
    expect(await heard("李明", "我的履职")).not.toContain("20户");
  });

  test("change nothing that waits for the deputy's word", async () => {
    expect(await heard("李明", "待办")).not.toContain("等您确认");
  });
});

describe("what is not clear is listed, and nothing is taken", () => {
  test.each<[Row, string]>([
    [{ ...VISIT, name: "陈建国" }, "第2行「编号」:有同名的人,请填编号"],
    [{ ...VISIT, name: "查无此" }, "第2行「姓名」:名册里没有这个人"],
    [{ ...VISIT, name: "李明", township: "东风镇" }, "第2行「姓名」:名册里没有这个人"],
    [{ ...VISIT, name: "李明", code: "D9" }, "第2行「编号」:这个编号已经是另一个人的"],
    [{ ...VISIT, name: "李明", date: "2021-05-12" }, "第2行「日期」:这个人那天不在任职期间"],
    [{ ...VISIT, name: "李明", date: "2027-05-12" }, "第2行「日期」:还没到这一天"],
    [{ ...VISIT, name: "李明", kind: "串门" }, "第2行「类型」:填法不对"],
    [{ ...VISIT, name: "李明", counts: "十来户" }, "第2行「数量」:看不懂"],
    [{ ...VISIT, name: "李明", end: "2025-05-01" }, "第2行「结束日期」:比开始的日子还早"],
    [{ ...VISIT, name: "李明", text: "" }, "第2行「内容」:必须填写"],
  ])("%j", async (row, words) => {
    const answer = await take(row, { ...VISIT, name: "王芳", text: "另一条" });
    expect(JSON.stringify(answer)).toContain(words);
  });

  test("the same row twice is said, and none was taken all along", async () => {
    const twice = { ...VISIT, name: "王芳", counts: "7户" };
    expect(JSON.stringify(await take(twice, twice))).toContain("第3行「内容」:和前面的一行重复");
    const [row] = await city.database.db.execute<{ n: number }>(
      sql`select count(*)::int n from duty_records where source = 'import'`,
    );
    expect(row?.n).toBe(6);
  });
});
