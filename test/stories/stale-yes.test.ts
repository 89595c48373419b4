import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-26T09:00:00+08:00");
});
afterAll(() => city.close());

const clerk = () => city.person("刘敏");
const dayOf = async (number: string) =>
  (
    await city.database.db.execute<{ on_day: string }>(
      sql`select on_day::text from activities where number = ${number}`,
    )
  )[0]?.on_day;

test("a yes after something else was said and done does nothing that is not in view", async () => {
  await clerk().says("改活动 活-2026-003 时间12月31日上午10点");
  await clerk().says("改活动 活-2026-003 地点镇政府二楼");
  const [done] = await clerk().says("对");
  expect(done?.text).toContain("镇政府二楼");
  // The same yes once more, as one who is not sure that it was heard.
  const [again] = await clerk().says("对");
  expect(again?.text).toContain("还有这件没有决定");
  expect(again?.text).toContain("12月31日");
  expect(await dayOf("活-2026-003")).toBe("2026-12-03");
});

test("once it is seen again, the yes does it", async () => {
  const [moved] = await clerk().says("对");
  expect(moved?.text).toContain("已改 活-2026-003 12月31日");
  expect(await dayOf("活-2026-003")).toBe("2026-12-31");
});

test("staff open an opinion by the number that their list names, of their own place and no other", async () => {
  await city.person("居民").says("黄连村二组路灯坏了三天");
  await city.person("居民").says("对");
  const [todo] = await clerk().says("待办");
  const number = /意-\d{4}-\d{4}/u.exec(todo?.text ?? "")?.[0] ?? "";
  const [shown] = await clerk().says(number);
  expect(shown?.text).toContain("路灯坏了三天");
  expect(shown?.text).not.toContain("撤销");
  expect((await city.person("孙丽").says(number))[0]?.text).toContain("路灯坏了三天");
  const [foreign] = await city.person("赵勇").says(number);
  const [missing] = await city.person("赵勇").says("意-2026-9999");
  expect(foreign?.text).toBe(missing?.text);
  expect((await city.person("居民").says(number))[0]?.text).toContain("不要了请说：撤销");
});
