import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// The district's congress meets from 15 to 17 December: twice on the 15th, once on each day after it.
let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-07T09:00:00+08:00");
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  await city
    .person("孙丽")
    .says(
      "发布会议 乌当区第六次会议 地点区会议中心\n12月15日上午9点 全体会议\n下午2点半 代表团会议\n12月16日上午9点 代表团会议\n12月17日上午9点 全体会议",
    );
  await city.person("孙丽").says("对");
});
afterAll(() => city.close());
beforeEach(async () => {
  for (const table of ["leaves", "dialogs", "choices"])
    await city.database.db.execute(sql`delete from ${sql.identifier(table)}`);
  await city.database.db.execute(sql`update attendances set answer = null, answered_at = null`);
});

const say = (words: string) => answerTo(city.person("王芳"), words);

/** What stands of the session, and of its sittings in order. */
async function answers(): Promise<readonly (string | null)[]> {
  const rows = await city.database.db.execute<{ said: string | null }>(sql`
    select coalesce(l.reason, t.answer) said from attendances t join people p on p.id = t.person_id
      join activities a on a.id = t.activity_id
      left join leaves l on l.activity_id = a.id and l.person_id = p.id
    where p.name = '王芳' and a.state = 'planned' order by a.session_id nulls first, a.starts_at`);
  return rows.map((one) => one.said);
}

test("leave from one day of it, and a promise for another: each is of its sittings", async () => {
  expect(await say("人代会15号全天请假,17号去")).toContain("什么原因");
  await say("家里老人住院");
  expect(await answers()).toEqual([null, "family", "family", null, "coming"]);
});

test.for([
  ["15号上午我来,下午请假,单位要迎检", null],
  ["15号16号请假,去北京出差", [null, "business_trip", "business_trip", "business_trip", null]],
  ["15号到16号在北京出差,请假", [null, "business_trip", "business_trip", "business_trip", null]],
  ["12月15号到17号在北京出差,人代会请假", ["business_trip", null, null, null, null]],
  ["16号17号去,15号请假,要做手术", [null, "illness", "illness", "coming", "coming"]],
  ["人代会15号下午请假,看病", [null, null, "illness", null, null]],
  ["15号下午人代会我来不了,要看病", [null, null, "illness", null, null]],
  ["人代会第一天下午我请假,孙子开家长会", [null, null, "family", null, null]],
  ["人代会第二天我请假,要出差", [null, null, null, "business_trip", null]],
  ["人代会最后一天请假,要出差", [null, null, null, null, "business_trip"]],
  ["人代会15号上午请假,要出差,17号我来", [null, "business_trip", null, null, "coming"]],
  ["15号下午请假,要看病", [null, null, "illness", null, null]],
  ["开人代会那天下午我有事,请个假,要去医院", [null, null, "illness", null, null]],
  ["人代会15号请假,全程去不了,要出差", ["business_trip", null, null, null, null]],
] as const)("%s", async ([words, kept]) => {
  await say(words);
  if (kept !== null) expect(await answers()).toEqual(kept);
  // Leave from a half of a day is never leave from the whole session.
  expect((await answers())[0] ?? null).toBe(kept?.[0] ?? null);
});

test("leave from the first day of a congress of three days is asked about: all of it, or that day", async () => {
  const asked = await say("人代会15号请假,要出差");
  expect(asked).toContain("哪一场请假");
  expect(await answers()).toEqual([null, null, null, null, null]);
});

test("a day without a half that stays open is no promise: 但是16号我来 is of the 16th alone", async () => {
  await say("人代会15号下午我来不了,但是16号我来");
  expect(await answers()).toEqual([null, null, null, "coming", null]);
  await say("要住院");
  expect(await answers()).toEqual([null, null, "illness", "coming", null]);
});
