import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";

let city: City;
afterEach(() => city.close());

test("whoever asks for erasure leaves nothing behind of why leave was asked for, in words or by its kind", async () => {
  city = await openCity("2026-09-16T09:00:00+08:00");
  const deputy = city.person("李明");
  await deputy.says("请假 活-2026-002 生病");
  await city.person("刘敏").says("准假 李明");
  await city.person("刘敏").says("对");
  expect(await answerTo(deputy, "删除我的数据")).toContain("原因1条");
  await deputy.taps("对,删除");
  const kept = await city.database.db.execute(sql`select l.reason, l.note, l.state from leaves l
    join people p on p.id = l.person_id where p.name = '李明'`);
  expect(kept).toEqual([{ reason: "other", note: null, state: "approved" }]);
});
