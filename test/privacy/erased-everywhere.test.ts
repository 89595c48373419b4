import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";

// What somebody said of himself in passing lies in many places; none of them keeps it once he wants it gone.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
});
afterAll(() => city.close());

const vault = createVault(TEST_KEY);
const SEALED = [
  ["inbox", "body"],
  ["outbox", "body"],
  ["web_messages", "body"],
  ["corrections", "wish"],
  ["leaves", "note"],
  ["absence_notices", "objection"],
  ["dialogs", "state"],
  ["choices", "act"],
  ["opinion_contacts", "contact"],
] as const;

/** The places in which words are still to be read. */
async function placesOf(words: RegExp): Promise<string[]> {
  const found: string[] = [];
  for (const [table, column] of SEALED) {
    const rows = await city.database.db.execute<{ value: Buffer }>(
      sql.raw(`select ${column} as value from ${table} where ${column} is not null`),
    );
    const left = rows.map(({ value }) => vault.open(value)).filter((one) => words.test(one));
    found.push(...left.map((one) => `${table}: ${one}`));
  }
  const [row] = await city.database.db.execute<{ text: string }>(
    sql`select coalesce(string_agg(text, ' '), '') as text from feedback`,
  );
  return words.test(row?.text ?? "") ? [...found, "feedback"] : found;
}

test("a resident's telephone is nowhere any more, nor in the chat of the clerk to whom it was shown", async () => {
  const resident = city.person("居民乙");
  await resident.says("平寨村三组停水两天了,我叫欧阳明,电话13800139000");
  await resident.says("对");
  const [row] = await city.database.db.execute<{ number: string }>(sql`select number from opinions`);
  const office = city.person("孙丽");
  await office.says(`联系方式 ${row?.number ?? ""}`);
  const [shown] = await office.says("对");
  expect(shown?.text).toContain("13800139000");
  await resident.says("反馈 我是平寨村的老欧阳,字太小");
  await resident.says("更正我的电话 13700001111");
  expect(await placesOf(/13800139000|老欧阳|13700001111/u)).not.toEqual([]);
  const [card] = await resident.says("删除我的数据");
  expect(card?.text).toContain("反馈1条");
  expect(card?.text).toContain("更正申请1件");
  await resident.says("对");
  expect(await placesOf(/13800139000|欧阳明|老欧阳|13700001111/u)).toEqual([]);
});

test("why a deputy was on leave goes; a wish that is not decided on yet is named with what stays", async () => {
  await city.person("刘敏").says("发布活动 11月28日上午9点 羊昌镇代表小组 小组活动");
  await city.person("刘敏").says("对");
  for (const name of ["王芳", "李明"]) await city.person(name).says("28号小组活动请假,去市里化疗");
  await city.person("刘敏").says("准假 王芳");
  await city.person("刘敏").says("对");
  const [card] = await city.person("王芳").says("删除我的数据");
  expect(card?.text).toContain("请假和异议的原因1条");
  await city.person("王芳").says("对");
  const [waits] = await city.person("李明").says("删除我的数据");
  expect(waits?.text).toContain("还在等人决定的请假、异议1件");
  await city.person("李明").says("对");
  const rows = await city.database.db.execute<{ name: string }>(sql`
    select p.name from leaves l join people p on p.id = l.person_id where l.note is not null`);
  expect(rows.map((one) => one.name)).toEqual(["李明"]);
});

test("a file that stays with a record keeps its kind and loses its name, whenever it was kept", async () => {
  const deputy = city.person("陈建国");
  await deputy.shows(1, "昨天走访黄连村3户");
  expect((await deputy.says("对"))[0]?.kind).toBe("report.filed");
  // As names were kept before anybody looked at them.
  await city.database.db.execute(
    sql`update attachments set name = '王芳13900001111.png' where record_id is not null`,
  );
  await deputy.says("删除我的数据");
  await deputy.says("对");
  const rows = await city.database.db.execute<{ name: string }>(sql`select name from attachments`);
  expect(rows.map((one) => one.name)).toEqual(["附件.png"]);
});
