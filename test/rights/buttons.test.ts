import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity(TODAY.toISOString());
});
afterAll(() => city.close());

const TODAY = new Date("2026-11-20T10:00:00+08:00");
const DAY_MS = 86_400_000;
const UNKNOWN = "AAAAbbbbCCCCdddd";
const count = async (table: string): Promise<number> => {
  const [row] = await city.database.db.execute<{ n: number }>(
    sql`select count(*)::int n from ${sql.identifier(table)}`,
  );
  return row?.n ?? 0;
};
const newest = (name: string): string =>
  city
    .person(name)
    .heard()
    .findLast((one) => one.choices.length > 0)?.choices[0]?.id ?? "";

test("somebody else's button reads like one that never was, and does nothing for him nor for her", async () => {
  await city.person("李明").says("昨天走访黄连村12户");
  const button = newest("李明");
  for (const name of ["王芳", "刘敏", "孙丽", "何志远", "区水务局", "居民", "陌生人"]) {
    const [answer] = await city.person(name).tapsId(button);
    // A stranger is answered once a day.
    city.now = new Date(city.now.getTime() + DAY_MS);
    const [unknown] = await city.person(name).tapsId(UNKNOWN);
    expect(answer?.kind).toBe("help.stale");
    expect(answer?.text).toBe(unknown?.text);
  }
  city.now = TODAY;
  expect(await count("duty_records")).toBe(0);
  const [receipt] = await city.person("李明").tapsId(button);
  expect(receipt?.kind).toBe("report.filed");
});

test("a bare number means one's own menu, never another's", async () => {
  await city.person("陈建国").says("昨天走访石关村4户");
  const before = await count("duty_records");
  await city.person("罗文军").says("1");
  expect(await count("duty_records")).toBe(before);
});

test("a button outlives no role: the gate asks again when it is tapped", async () => {
  await city.person("赵勇").says("发布活动 11月28日上午9点 东风镇代表小组 小组活动");
  const before = await count("activities");
  await city.database.db.execute(sql`update staff_roles set valid_to = '2026-11-19'
    where person_id = (select id from people where name = '赵勇')`);
  const [answer] = await city.person("赵勇").taps("对,发通知");
  expect(answer?.kind).toBe("help.refused");
  expect(await count("activities")).toBe(before);
});

test("a button outlives no mandate either", async () => {
  await city.person("吴红梅").says("昨天走访麦坪村5户");
  const before = await count("duty_records");
  await city.database.db.execute(sql`update mandates set valid_to = '2026-11-19'
    where person_id = (select id from people where name = '吴红梅')`);
  const [answer] = await city.person("吴红梅").taps("对,记下来");
  expect(answer?.kind).toMatch(/refused$/u);
  expect(await count("duty_records")).toBe(before);
});
