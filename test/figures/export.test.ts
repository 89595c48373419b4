import { sql } from "drizzle-orm";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import { createFileStore } from "#src/compose/files.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { FORMULAS } from "#test/support/formulas.ts";
import { eventually } from "#test/support/eventually.ts";
import { unzip } from "#test/support/unzip.ts";

let city: City;
const FORMULA = "=cmd|' /C calc'!A0";
beforeAll(async () => {
  city = await openCity();
  for (const [name, said] of [
    ["李明", "5月12日走访黄连村12户"],
    ["王芳", "5月12日走访黄连村10户"],
    ["王芳", "6月3日走访平寨村8户"],
    ["吴红梅", "5月20日走访麦坪村30户"],
  ] as const) {
    await city.person(name).says(said);
    await city.person(name).says("对");
  }
  await city.database.db.execute(
    sql`update duty_records set narrative = ${FORMULA} where number like '%00003'`,
  );
});
afterAll(() => city.close());

async function ready(name: string, said: string): Promise<OutboundMessage> {
  const before = city.person(name).heard().length;
  const [begun] = await city.person(name).says(said);
  expect(begun?.text).toContain("正在做表格");
  await eventually(() =>
    expect(
      city
        .person(name)
        .heard()
        .slice(before)
        .map((one) => one.kind),
    ).toContain("export.ready"),
  );
  const made = city.person(name).heard().at(-1);
  if (made === undefined) throw new Error("nothing came");
  return made;
}

async function bytesOf(name: string, id: string): Promise<Buffer | undefined> {
  const time = { clock: () => city.now, zone: "Asia/Shanghai" };
  const files = createFileStore(city.database.db, createVault(TEST_KEY), time);
  const conversation = city.person(name).heard()[0]?.conversation ?? "";
  return (await files.show(id, conversation))?.bytes;
}

async function sheetsOf(name: string, message: OutboundMessage) {
  const bytes = await bytesOf(name, message.attachments[0]?.id ?? "");
  if (bytes === undefined) throw new Error("the file is not there");
  const { sheets } = await readXlsx(bytes);
  return { bytes, sheets: new Map(sheets.map((one) => [one.name, one.rows])) };
}

const toTable = (rows: readonly (readonly unknown[])[] = []): Record<string, unknown>[] => {
  const [head = [], ...lines] = rows;
  return lines.map((line) => Object.fromEntries(head.map((name, at) => [String(name), line[at]])));
};

test("a clerk gets the township's records as a table whose columns add up to the figure", async () => {
  const made = await ready("刘敏", "导出 羊昌镇 走访 二季度");
  expect(made.text).toContain("羊昌镇 2026年二季度 走访群众，共3条记录");
  expect(made.attachments[0]?.name).toBe("履职统计-羊昌镇-2026-04-01至2026-06-30.xlsx");
  const { sheets } = await sheetsOf("刘敏", made);
  expect([...sheets.keys()]).toEqual(["说明", "汇总", "明细"]);
  const rows = toTable(sheets.get("明细"));
  expect(rows.map((row) => row["代表"])).toEqual(["李明", "王芳", "王芳"]);
  expect(rows.map((row) => row["计次"])).toEqual([1, 0, 1]);
  expect(rows.map((row) => row["计入户"] ?? 0)).toEqual([12, 0, 8]);
  expect(rows[1]?.["所报数量"]).toBe("10户");
  expect(rows[0]?.["开始日期"]).toEqual(new Date("2026-05-12T00:00:00Z"));
  const told = Object.fromEntries((sheets.get("说明") ?? []).map(([item, words]) => [item, words]));
  expect(told["合计"]).toContain("2次、3条记录、2位代表、20户");
  expect(told["数据时间"]).toBe("2026-09-16 09:00");
  expect(told["起止日期"]).toBe("2026-04-01 至 2026-06-30");
  const byDeputy = toTable(sheets.get("汇总")).filter((row) => row["分法"] === "代表");
  expect(byDeputy.map((row) => [row["名称"], row["次数"], row["户"], row["上年同期次数"]])).toEqual([
    ["李明", 1, 12, 0],
    ["王芳", 2, 18, 0],
  ]);
});

test("words that a spreadsheet could run are text, days and numbers are real ones, and the head is frozen", async () => {
  const { bytes } = await sheetsOf("刘敏", await ready("刘敏", "导出 走访 二季度"));
  const parts = unzip(bytes);
  const records = parts.get("xl/worksheets/sheet3.xml") ?? "";
  expect(parts.get("xl/sharedStrings.xml")).toContain(`<t>'${FORMULA}</t>`);
  expect(records).not.toContain("<f>");
  expect(records).toMatch(/<c r="C2" s="1"><v>46154<\/v><\/c>/u);
  expect(records).toContain('<pane ySplit="1"');
  // Printed it is as wide as the page, with its head on each, and long words are in several lines.
  expect(records).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>');
  expect(records).toMatch(
    /<autoFilter [^>]+><pageMargins [^>]+><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/><\/worksheet>$/u,
  );
  expect(parts.get("xl/workbook.xml")).toContain("'明细'!$1:$1</definedName>");
  expect(parts.get("xl/styles.xml")).toContain('wrapText="1"');
});

// The database holds neither the character zero nor halves of characters.
const KEPT = FORMULAS.filter((formula) => formula.isWellFormed() && !formula.includes("\u0000"));

test(`${KEPT.length} texts that a spreadsheet could run come out of the export as text`, async () => {
  await city.database.db.execute(sql`
    insert into duty_records (number, person_id, mandate_id, kind, starts_on, ends_on, place, counts, approx, narrative,
      source, filed_at)
    select '履-2024-' || lpad(nth::text, 5, '0'), person_id, mandate_id, kind, '2024-05-12', '2024-05-12', text, counts,
      approx, text, source, filed_at
    from duty_records, unnest(${sql.param(KEPT)}::text[]) with ordinality as f(text, nth)
    where number = '履-2026-00001'`);
  const { bytes, sheets } = await sheetsOf("刘敏", await ready("刘敏", "导出 羊昌镇 2024年"));
  const rows = toTable(sheets.get("明细"));
  expect(rows).toHaveLength(KEPT.length);
  for (const column of ["地点", "内容"])
    expect(rows.filter((row) => typeof row[column] !== "string" || !row[column].startsWith("'"))).toEqual([]);
  expect(unzip(bytes).get("xl/worksheets/sheet3.xml")).not.toMatch(/<f[ >]/u);
});

test("whoever makes tables is called as soon as one is wanted, and need not look", async () => {
  let calls = 0;
  const listener = city.database.listener();
  await listener.listen("lvzhi_tasks", () => (calls += 1));
  await ready("刘敏", "导出 羊昌镇 走访 二季度");
  await eventually(() => expect(calls).toBe(1));
  await listener.end({ timeout: 1 });
});

test("导出 alone is the figure that was shown last", async () => {
  await city.person("孙丽").says("统计 东风镇 走访 二季度");
  const made = await ready("孙丽", "导出");
  expect(made.text).toContain("东风镇 2026年二季度 走访群众，共1条记录");
});

test("what lies outside reads like what does not exist, and a deputy gets his own records only", async () => {
  const [elsewhere] = await city.person("刘敏").says("导出 东风镇 二季度");
  const [nowhere] = await city.person("刘敏").says("导出 西风镇 二季度");
  expect(elsewhere?.text.replace("东风镇", "西风镇")).toBe(nowhere?.text);
  expect((await city.person("李明").says("导出 羊昌镇 二季度"))[0]?.kind).toBe("figures.refused");
  const { sheets } = await sheetsOf("李明", await ready("李明", "导出 走访 二季度"));
  expect(toTable(sheets.get("明细")).map((row) => row["代表"])).toEqual(["李明"]);
});

test("the file is for nobody else, and that it was asked for and made is in the audit", async () => {
  const made = await ready("孙丽", "导出 今年");
  const id = made.attachments[0]?.id ?? "";
  expect(await bytesOf("孙丽", id)).toBeDefined();
  expect(await bytesOf("刘敏", id)).toBeUndefined();
  const [row] = await city.database.db.execute<{ asked: number; made: number }>(sql`
    select (count(*) filter (where action = 'export.make'))::int asked,
      (count(*) filter (where action = 'export.made'))::int made from audit`);
  expect(row?.asked).toBe(7);
  expect(row?.made).toBe(7);
});

test("who has lost the role meanwhile gets no table", async () => {
  const clerk = city.person("赵勇");
  await city.database.db.execute(sql`
    create function lose_role() returns trigger language plpgsql as $$ begin
      update staff_roles set valid_to = '2026-01-01' where person_id = new.person_id; return new; end $$`);
  await city.database.db.execute(
    sql`create trigger lose_role after insert on tasks for each row execute function lose_role()`,
  );
  await clerk.says("导出 东风镇 二季度");
  await eventually(() => expect(clerk.heard().at(-1)?.kind).toBe("export.not-made"));
  expect(clerk.heard().at(-1)?.text).toContain("不负责");
});

test("nothing to write is said at once", async () => {
  expect((await city.person("孙丽").says("导出 2020年"))[0]?.text).toContain("没有计入的记录");
});
