import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
let number = "";
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-10T10:00:00+08:00");
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  await tell("发布活动 12月17日上午9点 羊昌镇代表小组 小组活动 地点羊昌镇政府");
  const [done] = await city.person("刘敏").says("对");
  number = done?.number ?? "";
  city.now = new Date("2026-12-17T13:00:00+08:00");
});
afterAll(() => city.close());

const tell = (words: string) => answerTo(city.person("刘敏"), words);

test("a register of everybody is no answer to the question of a record that is open", async () => {
  expect(await tell("代报 王芳 昨天在羊昌村忙了半天")).toContain("哪一种履职");
  const register = await tell("今天上午的小组活动除李明、陈建国外全到");
  expect(register).toContain(number);
  expect(register).toMatch(/李明、陈建国/u);
});
