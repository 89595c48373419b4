import { sql } from "drizzle-orm";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import { createFileStore } from "#src/compose/files.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-09-29T09:00:00+08:00");
});
afterAll(() => city.close());

const file = async (name: string, said: string): Promise<string> => {
  await city.person(name).says(said);
  return (await city.person(name).says("对"))[0]?.number ?? "";
};

/** What somebody was told without having asked, the latest of its kind. */
const told = (name: string, kind: string): Promise<string> =>
  seen(() =>
    city
      .person(name)
      .heard()
      .findLast((one) => one.kind === kind),
  ).then((one) => one.text);

test("deputies report over the quarter, and one is entered by the clerk", async () => {
  await file("李明", "7月8日走访黄连村12户");
  await file("王芳", "7月8日走访黄连村12户");
  await file("陈建国", "8月11日在羊昌镇政府接待选民6人");
  await file("吴红梅", "9月3日走访麦坪村9户");
  const clerk = city.person("刘敏");
  await clerk.says("代报 杨秀英 9月10日走访石关村3户");
  await clerk.says("对");
  expect((await city.person("杨秀英").says("对"))[0]?.text).toContain("已确认");
});

test("the clerk reminds who is missing, verifies what was listed, and the figure explains itself", async () => {
  const clerk = city.person("刘敏");
  expect((await clerk.says("未报 三季度"))[0]?.text).toContain("罗文军");
  expect((await clerk.says("催 未报 三季度"))[0]?.text).toContain("要提醒1位");
  await clerk.taps("对，提醒他们");
  await file("罗文军", "昨天走访新场村4户");
  expect((await clerk.says("核实 全部 三季度"))[0]?.text).toContain("待核实5条");
  expect((await clerk.taps("对，核实这5条"))[0]?.text).toContain("已核实5条");
  const [figure] = await clerk.says("统计 羊昌镇 三季度");
  expect(figure?.text).toContain("4次(5条记录，5位代表)");
  expect(figure?.text).toContain("19户");
  const [why] = await clerk.says("为什么");
  expect(why?.text).toContain("由5条记录得出");
});

test("a companion confirms a share of the same visit, and the two records are one occasion", async () => {
  await file("吴红梅", "9月15日和周志强代表走访新堡村8户");
  const asked = await told("周志强", "report.companion");
  expect(asked).toContain("吴红梅");
  expect((await city.person("周志强").taps("对，我也在"))[0]?.text).toContain("记好了");
  expect((await city.person("赵勇").says("统计 9月"))[0]?.text).toContain("2次(3条记录，2位代表)");
});

test("a visit with a photo is put right after it was filed, and the change is on record", async () => {
  const wei = city.person("韦国良");
  await wei.shows(1, "9月16日走访新堡村5户");
  const number = (await wei.says("对"))[0]?.number ?? "";
  expect((await wei.says("不对,是7户"))[0]?.text).toContain("7户");
  expect((await wei.says(number))[0]?.text).toContain("附件1个");
  const changes = await city.database.db.execute(sql`
    select c.id from record_changes c join duty_records r on r.id = c.record_id where r.number = ${number}`);
  expect(changes).toHaveLength(1);
});

test("what is sent back does not count until its deputy has put it right", async () => {
  const clerk = city.person("赵勇");
  const number = await file("蒙小兰", "9月17日走访石头村30户");
  await clerk.says(`退回 ${number} 户数请再核一下`);
  await clerk.says("对");
  expect(await told("蒙小兰", "verify.came-back")).toContain("户数请再核一下");
  expect((await clerk.says("统计 蒙小兰 三季度"))[0]?.text).toContain("没有计入的记录");
  await city.person("蒙小兰").says(`改 ${number} 数量 3户`);
  expect((await clerk.says("统计 蒙小兰 三季度"))[0]?.text).toContain("3户");
});

test("last year's quarter stands beside this one, and 三季度比去年 says the same", async () => {
  await file("罗文军", "2025年8月20日走访石关村5户");
  const [figure] = await city.person("刘敏").says("统计 羊昌镇 三季度");
  expect(figure?.text).toContain("上年同期：1次，5户");
  expect((await city.person("刘敏").says("三季度比去年"))[0]?.text).toContain("上年同期：1次，5户");
});

test("the office sees the same quarter for the district, and every answer is short", async () => {
  const office = city.person("孙丽");
  const [figure] = await office.says("统计 三季度");
  expect(figure?.text).toContain("8次(10条记录，9位代表)");
  const [cut] = await office.says("按镇街");
  expect(cut?.text).toContain("东风镇 4次(27户)");
  const [groups] = await office.says("按小组");
  expect(groups?.text).toContain("东风镇代表小组 4次");
  const heard = CAST_NAMES.flatMap((name) => city.person(name).heard());
  for (const { text, kind } of heard.filter((one) => one.kind.startsWith("figures."))) {
    expect([kind, Array.from(text).length <= 300]).toEqual([kind, true]);
    expect([kind, text.split("\n").length <= 8]).toEqual([kind, true]);
  }
});

test("the table of the quarter adds up to what the chat said, explains itself and holds real days", async () => {
  const office = city.person("孙丽");
  await office.says("导出 三季度");
  const made = await seen(() => office.heard().findLast((one) => one.kind === "export.ready"));
  const files = createFileStore(city.database.db, createVault(TEST_KEY), {
    clock: () => city.now,
    zone: "Asia/Shanghai",
  });
  const kept = await files.show(made.attachments[0]?.id ?? "", made.conversation);
  const { sheets } = await readXlsx(kept?.bytes ?? Buffer.of());
  const rows = (name: string) => sheets.find((one) => one.name === name)?.rows ?? [];
  expect(sheets.map((one) => one.name)).toEqual(["说明", "汇总", "明细"]);
  const [head = [], ...lines] = rows("明细");
  const column = (name: string) => lines.map((line) => line[head.indexOf(name)]);
  expect(lines).toHaveLength(10);
  expect(column("计次").reduce<number>((sum, n) => sum + Number(n), 0)).toBe(8);
  expect(column("附件").reduce<number>((sum, n) => sum + Number(n ?? 0), 0)).toBe(1);
  expect(column("开始日期").every((day) => day instanceof Date)).toBe(true);
  expect(rows("说明").flat().join(" ")).toContain("上年同期(2025年7月1日至2025年9月29日) 1次、1条记录");
});

const CAST_NAMES = ["李明", "王芳", "陈建国", "杨秀英", "罗文军", "吴红梅", "刘敏", "孙丽"];
