import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  await city.person("李明").says("昨天走访黄连村12户");
  await city.person("李明").says("对");
});
afterAll(() => city.close());

const records = () =>
  city.database.db.execute<{ place: string; narrative: string; days: string }>(sql`
    select place, narrative, starts_on || '..' || ends_on days from duty_records where state <> 'withdrawn'
    order by id`);

test("what is wrong about oneself changes no report", async () => {
  for (const line of ["我住的地方写错了", "我的电话登记错了"]) {
    const [answer] = await city.person("李明").says(line);
    expect([line, answer?.kind]).toEqual([line, "data.correction-empty"]);
  }
  const [asked] = await city.person("李明").says("我换电话号码了 现在是13911113333");
  expect(asked?.kind).toMatch(/^data\./u);
  expect((await records())[0]).toMatchObject({ place: "黄连村", narrative: "昨天走访黄连村12户" });
});

test("that a place is wrong is no place: what is right is asked for", async () => {
  const [answer] = await city.person("李明").says("地点写错了");
  expect(answer?.kind).not.toBe("report.amended");
  expect((await records())[0]).toMatchObject({ place: "黄连村" });
});

test("two days that are neighbours are one stretch of days, in whatever order they are said", async () => {
  const wang = city.person("王芳");
  const [card] = await wang.says("我上个礼拜天和上礼拜六都下村了,走访平寨村18户");
  expect(card?.text).toContain("9月12日(周六)至9月13日(周日)");
  await wang.says("对");
  expect((await records()).at(-1)).toMatchObject({ days: "2026-09-12..2026-09-13", place: "平寨村" });
});

test("three bags of rice are no three papers", async () => {
  const [card] = await city.person("陈建国").says("今天上午去平寨村慰问困难户,送了米面油三份");
  expect(card?.text).not.toContain("篇");
});
