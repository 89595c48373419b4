import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// 王芳 said that she comes on the 8th in the morning; then it was moved to the afternoon. Not all that is not right is leave.
let city: City;
let number = "";
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-07T09:00:00+08:00");
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  await city.person("刘敏").says("发布活动 12月8日上午9点 羊昌镇代表小组 小组活动");
  number = (await city.person("刘敏").says("对"))[0]?.number ?? "";
  await city.person("刘敏").says(`改活动 ${number} 改到下午3点`);
  await city.person("刘敏").says("对");
});
afterAll(() => city.close());
beforeEach(async () => {
  for (const table of ["leaves", "dialogs", "choices"])
    await city.database.db.execute(sql`delete from ${sql.identifier(table)}`);
  await city.database.db.execute(sql`update attendances set answer = 'coming'`);
});

const reasons = async () =>
  [...(await city.database.db.execute<{ reason: string }>(sql`select reason from leaves`))].map(
    (one) => one.reason,
  );

test.each(["不行,写错了", "不得行,重新写一下", "下午不行,改上午吧", "下午没空,先不记"])(
  "%s asks for no leave",
  async (words) => {
    await answerTo(city.person("王芳"), words);
    expect(await reasons()).toEqual([]);
  },
);
