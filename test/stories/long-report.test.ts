import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const ELEVEN = [
  "路灯坏了三天",
  "垃圾没人清运",
  "自来水浑浊",
  "公交车太少",
  "卫生室缺药",
  "学校门口堵车",
  "河道有人倒污水",
  "通村公路坑洼",
  "养老金领取不方便",
  "网络信号差",
  "农药包装乱丢",
];
const count = async (table: "opinions" | "duty_records") => {
  const [row] = await city.database.db.execute<{ n: number }>(
    sql`select count(*)::int n from ${sql.identifier(table)} where state <> 'withdrawn'`,
  );
  return row?.n ?? 0;
};
const lines = (text: string | undefined): number => (text ?? "").split("\n").length;

test("eleven opinions are shown and filed in parts: nothing is filed that was not seen", async () => {
  const li = city.person("李明");
  const [card] = await li.says(`群众反映:${ELEVEN.map((one, at) => `${at + 1}、${one}`).join(";")}`);
  expect(card?.kind).toBe("report.card");
  const shown = ELEVEN.filter((one) => card?.text.includes(one)).length;
  expect(shown).toBeLessThan(11);
  expect(card?.text).toContain(`后面还有${11 - shown}条`);
  const [receipt, rest] = await li.taps("对,提交");
  expect(await count("opinions")).toBe(shown);
  expect(lines(receipt?.text)).toBeLessThanOrEqual(8);
  expect(ELEVEN.slice(shown).filter((one) => !rest?.text.includes(one))).toEqual([]);
  await li.taps("对,提交");
  expect(await count("opinions")).toBe(11);
});

test("撤销 after such a part takes back that part, and no more", async () => {
  const [taken] = await city.person("李明").says("撤销");
  expect(taken?.kind).toBe("report.withdrawn");
  expect(await count("opinions")).toBe(8);
});

test("fifteen records in one message come in parts, too, and their receipts are short", async () => {
  const days = Array.from({ length: 15 }, (_, at) => `9月${at + 1}日走访黄连村${at + 3}户`);
  const wang = city.person("王芳");
  const [card] = await wang.says(days.join(";"));
  expect(card?.kind).toBe("report.card");
  expect(lines(card?.text)).toBeLessThanOrEqual(13);
  const [receipt, rest] = await wang.says("对");
  expect(receipt?.text).toMatch(/履-2026-00001至0000\d/u);
  expect(receipt?.text.length).toBeLessThanOrEqual(300);
  expect(rest?.kind).toBe("report.card");
  await wang.says("对");
  expect(await count("duty_records")).toBe(15);
});

test("what is dropped of a long message leaves what was filed before", async () => {
  const chen = city.person("陈建国");
  await chen.says(`群众反映:${ELEVEN.map((one, at) => `${at + 1}、${one}`).join(";")}`);
  await chen.says("对");
  const filed = await count("opinions");
  const [dropped] = await chen.says("不记了");
  expect(dropped?.kind).toBe("report.dropped");
  expect(await count("opinions")).toBe(filed);
});

test.for([
  "今天接待选民3人,选民张某电话13812345678反映二组路灯不亮",
  "群众反映二组路灯不亮,联系人身份证号520112198001011234,电话13812345678",
])("%s is shown as it will be kept: without numbers of people", async (said) => {
  const yang = city.person("杨秀英");
  const [card] = await yang.says(said);
  expect(card?.kind).toBe("report.card");
  for (const number of ["13812345678", "520112198001011234", "1381234"])
    expect(card?.text).not.toContain(number);
  const [receipt] = await yang.says("对");
  expect(receipt?.text).not.toMatch(/1381234|5201121/u);
});

test("nor does a suggestion show them, nor a question", async () => {
  const yang = city.person("杨秀英");
  const [card] = await yang.says("提个建议:请给黄连村13812345678这家修通公路");
  expect(card?.text).not.toContain("1381234");
  await yang.says("不提了");
  const [question] = await yang.says("2月31日走访13812345678那家3户");
  expect(question?.text).not.toContain("1381234");
});
