import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";

const YESTERDAY = "活-2026-002";

// 李明 is bound to no channel when his absence becomes final, on 16 September, a Wednesday.
let city: City;
beforeEach(async () => {
  city = await openCity();
  await reach("blocked_at = now()");
  await say("刘敏", `到会 ${YESTERDAY} 除李明外全到`);
  await say("刘敏", "对");
  await say("刘敏", `定稿 ${YESTERDAY}`);
});
afterEach(() => city.close());

const say = (name: string, words: string): Promise<string> => answerTo(city.person(name), words);
const reach = (change: string) =>
  city.database.db.execute(sql`update accounts set ${sql.raw(change)}
    where person_id = (select id from people where name = '李明')`);
/** What became of every message that told 李明 of this absence. */
const messages = async (): Promise<string[]> => {
  const rows = await city.database.db.execute<{ status: string }>(sql`
    select o.status from outbox o join absence_notices n on o.key like 'news:absence:told:' || n.id || ':%'
      join people p on p.id = n.person_id where p.name = '李明' order by o.id`);
  return rows.map((row) => row.status);
};
const objects = (when: string): Promise<string> => {
  city.now = at(when);
  return say("李明", `异议 ${YESTERDAY} 当天我在会场`);
};

test("the clerk hears how to put it on record that she called him, and his time runs from the day of the call", async () => {
  expect(await say("刘敏", "对")).toContain(`打过说：已告知 ${YESTERDAY} 李明 电话`);
  city.now = at("2026-09-18 10:00");
  const entered = await say("刘敏", `已告知 李明 ${YESTERDAY} 电话`);
  for (const piece of ["9月18日(周五)电话告知李明代表", "最晚9月24日(周四)"])
    expect(entered).toContain(piece);
  expect(await objects("2026-09-24 17:00")).toContain("异议已收到");
});

test("a letter of the day before counts from that day, and after the fifth working day it is too late", async () => {
  await say("刘敏", "对");
  city.now = at("2026-09-18 10:00");
  expect(await say("刘敏", `已告知 ${YESTERDAY} 李明 书面 9月17日`)).toContain("9月17日(周四)书面告知");
  expect(await objects("2026-09-25 09:00")).toContain("期限到9月23日(周三)为止");
});

test("nobody was told before the absence was one, and who was told is not told again", async () => {
  await say("刘敏", "对");
  city.now = at("2026-09-18 10:00");
  expect(await say("刘敏", `已告知 ${YESTERDAY} 李明 电话 9月14日`)).toContain("告知的日子不对");
  expect(await say("刘敏", `已告知 ${YESTERDAY} 王芳 电话`)).toContain("没有找到这个人这场活动的缺席提醒");
  await say("刘敏", `已告知 ${YESTERDAY} 李明 电话`);
  city.now = at("2026-09-19 10:00");
  expect(await say("刘敏", `已告知 ${YESTERDAY} 李明 电话`)).toContain("李明代表9月18日(周五)已经知道了");
});

test("who binds later is told then, once, with the days for an objection from then", async () => {
  await say("刘敏", "对");
  const { db } = city.database;
  const warned = () => heardOf(city.person("李明"), "absence.warned");
  await runAt(db, "absence-warnings", at("2026-09-20 10:00"));
  expect(warned()).toHaveLength(0);
  await reach("blocked_at = null");
  city.now = at("2026-09-21 10:00");
  await runAt(db, "absence-warnings", city.now);
  await eventually(() => expect(warned()).toHaveLength(1));
  expect(warned()[0]?.text).toContain("最晚9月29日(周二)");
  city.now = at("2026-09-21 11:00");
  await runAt(db, "absence-warnings", city.now);
  expect(await messages()).toEqual(["suppressed", "sent"]);
});

test("whom the clerk has called is not written to as well when he binds", async () => {
  await say("刘敏", "对");
  await say("刘敏", `已告知 ${YESTERDAY} 李明 电话`);
  await reach("blocked_at = null");
  city.now = at("2026-09-21 10:00");
  await runAt(city.database.db, "absence-warnings", city.now);
  expect(await messages()).toEqual(["suppressed"]);
});
