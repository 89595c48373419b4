import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { absentTwice, JULY } from "#test/support/absent-twice.ts";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// The first of two absences was last December: it counts by the rule still, and in no rate of this year.
let city: City;
const { yang, struck } = absentTwice(() => city);
beforeAll(async () => {
  warmReader();
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

test.each(["为什么算我缺席", "为什么缺席", "请问为什么记我缺席了？", "我为啥算缺席"])(
  "%s explains his absences line by line, and objects to nothing",
  async (said) => {
    const why = await answerTo(yang(), said);
    expect(why).toContain(JULY);
    expect(why).toMatch(/异议|不对/u);
    expect(why).not.toContain("点一下");
  },
);

test.each(["杨秀英今年的出勤怎么样", "杨秀英今年出勤情况", "请问杨秀英今年的出勤率"])(
  "%s of staff is the attendance, and no count of records",
  async (said) => {
    const told = await answerTo(city.person("刘敏"), said);
    expect(told).toContain("出勤率");
    expect(told).toContain("杨秀英");
  },
);
