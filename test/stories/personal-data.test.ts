import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
});
afterAll(() => city.close());

/** Every table that has these words in clear, as an operator with a copy of the database would find them. */
async function tablesSaying(words: string): Promise<string[]> {
  const { db } = city.database;
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await db.execute<{ n: number }>(
        sql`select count(*)::int n from ${sql.identifier(name)} t where t::text like ${`%${words}%`}`,
      );
      return (row?.n ?? 0) > 0 ? [name] : [];
    }),
  );
  return found.flat();
}

test("a resident's number that a deputy writes into a correction is kept nowhere in clear", async () => {
  const liming = city.person("李明");
  await liming.says("昨天走访黄连村12户");
  await liming.says("对");
  await liming.says("内容改成走访张大爷,电话13812345671");
  await liming.says("改地点 黄连村张大爷家13812345672");
  const changes = await city.database.db.execute<{ field: string; after: string }>(
    sql`select field, "after" from record_changes order by id`,
  );
  expect(changes.map((one) => one.field)).toEqual(["text", "place"]);
  expect(changes[0]?.after).toContain("〔电话〕");
  expect(await tablesSaying("1381234567")).toEqual([]);
});

test("nor one that stands in the place of a report or of an opinion", async () => {
  const liming = city.person("李明");
  await liming.says("昨天走访平寨村3户,有群众反映路灯不亮");
  await liming.says("改地点 平寨村王大娘家13812345673");
  await liming.says("对");
  const resident = city.person("居民");
  await resident.says("黄连村二组王大娘家13812345674门口路灯坏了三天");
  await resident.says("对");
  expect(await tablesSaying("1381234567")).toEqual([]);
});

test("nor one in the reason of a decision on leave", async () => {
  const clerk = city.person("刘敏");
  await clerk.says("发布活动 11月28日上午9点 羊昌镇代表小组 小组活动");
  await clerk.says("对");
  await city.person("王芳").says("28号小组活动请假,出差");
  await clerk.says("不准 王芳 理由请打13812345675商量");
  const [done] = await clerk.taps("对,不准假");
  expect(done?.text).toContain("没有准假");
  expect(await tablesSaying("1381234567")).toEqual([]);
});
