import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { BOUNDLESS } from "#src/kernel/allowance.ts";
import { type City, openCity } from "#test/support/city.ts";
import { at } from "#test/support/clockwork.ts";
import { answerTo } from "#test/support/overheard.ts";
import { readPolicy } from "#test/support/policy.ts";

const ORDER =
  "发布会议 乌当区第十八届人民代表大会第六次会议 地点区会议中心\n12月15日上午9点 全体会议\n下午2点半 代表团会议";
const FIRST = "活-2026-006";

let city: City;
afterEach(() => city.close());
const say = (name: string, words: string): Promise<string> => answerTo(city.person(name), words);

/** 李明 misses the first of two sittings. */
async function missesOne(attendance: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const policy = readPolicy({ attendance });
  city = await openCity("2026-11-20T10:00:00+08:00", BOUNDLESS, () => [], { policy });
  for (const words of [ORDER, "对"]) await say("孙丽", words);
  city.now = at("2026-12-15 12:00");
  for (const words of [`到会 ${FIRST} 除李明外全到`, "对", `定稿 ${FIRST}`, "对"]) await say("孙丽", words);
}

test("为什么 of one missed sitting says that the rule speaks of whole sessions, and to whom to turn", async () => {
  await missesOne();
  const own = await say("李明", "我的出勤");
  expect(own).toContain("登记不对，请联系镇街人大工作人员更正");
  expect(own).not.toContain("异议");
  const why = await say("李明", "为什么");
  expect(why).toContain("代表资格终止");
  expect(why).toContain("按整个会议算：各次会议都没来才算一次");
  expect(why).not.toContain("异议");
  await say("孙丽", "缺席 今年");
  expect(await say("孙丽", "为什么")).toContain("按整个会议算：各次会议都没来才算一次");
});

test("where less than a share of the sittings makes a session missed, that is said", async () => {
  await missesOne({ session_share: { parts: 2, of: 3 } });
  await say("李明", "我的出勤");
  expect(await say("李明", "为什么")).toContain("按整个会议算：来的次数不足三分之二才算一次");
});

test("a deputy of a township is not told the rule of the district on group activities", async () => {
  city = await openCity();
  await city.database.db.execute(sql`update mandates set level = 'township'
    where person_id = (select id from people where name = '李明')`);
  for (const words of ["到会 活-2026-002 除李明外全到", "对", "定稿 活-2026-002", "对"])
    await say("刘敏", words);
  await say("李明", "我的出勤");
  const why = await say("李明", "为什么");
  expect(why).toContain("缺席，没有批准的请假");
  expect(why).not.toContain("规定：");
  expect(why).toContain("联系镇街人大工作人员");
});
