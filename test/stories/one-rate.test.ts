import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { absentTwice, JULY } from "#test/support/absent-twice.ts";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";

// The first of two absences was last December: it counts by the rule still, and in no rate of this year.
let city: City;
const { yang, struck } = absentTwice(() => city);
beforeAll(async () => {
  city = await openCity();
  await struck();
  await city.database.db.execute(sql`update activities set on_day = '2025-12-13',
    starts_at = '2025-12-13T09:00:00+08:00' where number = ${JULY}`);
  await city.database.db.execute(sql`update attendances t set answer = 'coming', answered_at = '2025-12-01',
    called_at = null from activities a where a.id = t.activity_id and a.number = ${JULY}`);
});
afterAll(() => city.close());

test("为什么 explains the rate that 我的出勤 told, and tells the earlier absence as well", async () => {
  const told = await answerTo(yang(), "我的出勤");
  const rate = /出勤率[^\n]+/u.exec(told)?.[0] ?? "none";
  expect(told).toContain(JULY);
  const why = await answerTo(yang(), "为什么");
  expect(why).toContain(rate);
  expect(why).toContain(JULY);
});
