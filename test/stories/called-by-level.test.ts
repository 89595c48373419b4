import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// A deputy of a township's congress is no deputy of the district's: the district's inspections do not call him.
let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

async function called(org: string): Promise<number> {
  const [card] = await city.person("孙丽").says(`发布活动 9月28日上午9点 ${org} 执法检查`);
  await city.person("孙丽").says("不发了");
  return Number(/通知(\d+)人/u.exec(card?.text ?? "")?.[1]);
}

test("the district calls its own deputies only, the township all that sit for it", async () => {
  const [district, township] = [await called("乌当区"), await called("羊昌镇")];
  expect(township).toBeGreaterThan(1);
  await city.database.db.execute(sql`
    update mandates set level = 'township' where person_id = (select id from people where name = '李明')`);
  expect(await called("乌当区")).toBe(district - 1);
  expect(await called("羊昌镇")).toBe(township);
});
