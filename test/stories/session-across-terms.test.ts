import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";

// A session begins under one term and goes on under the next: whoever sits in both is called to all of it.
let city: City;
const numbers: string[] = [];
const office = () => city.person("孙丽");
const ask = (said: string) => answerTo(office(), said);
const sure = async (said: string) => {
  const card = await ask(said);
  return [card, await ask("对")].join("\n");
};

beforeEach(async () => {
  city = await openCity("2026-09-14T10:00:00+08:00");
  await sure(
    "发布会议 乌当区第六次会议 地点区会议中心;9月18日上午9点 全体会议;9月18日下午2点半 代表团会议;9月19日上午9点 全体会议",
  );
  const rows = await city.database.db.execute<{ number: string }>(
    sql`select number from activities where on_day between '2026-09-18' and '2026-09-19'
      order by session_id nulls first, starts_at`,
  );
  numbers.splice(0, 9, ...rows.map((one) => one.number));
  city.now = new Date("2026-09-15T10:00:00+08:00");
  await sure("换届 十九届 9月19日 全部连任");
});
afterEach(() => city.close());

const called = (kind: string) => heardOf(city.person("李明"), kind).length;

test("a sitting of the new term's first day that is moved is announced anew to everybody", async () => {
  const last = numbers.at(-1) ?? "";
  const done = await sure(`改活动 ${last} 时间9月20日晚上7点`);
  expect(done).not.toContain("通知0人");
  expect(done).not.toContain("还没有发过通知");
  expect(called("activity.changed")).toBe(1);
  expect(await ask(`查看 ${last}`)).not.toContain("未通知");
});

test("whoever has not answered it is nudged, and all are told when it is called off", async () => {
  const last = numbers.at(-1) ?? "";
  expect(await ask(`催 ${last}`)).toContain("李明");
  await ask("对");
  expect(called("activity.nudged")).toBe(1);
  await sure(`取消活动 ${last} 议程提前完成`);
  expect(called("activity.cancelled")).toBe(1);
});

test("a session that is moved into the new term altogether is reminded of", async () => {
  for (const [index, one] of numbers.slice(1, 3).entries())
    await sure(`改活动 ${one} 时间9月20日下午${2 + 2 * index}点`);
  city.now = at("2026-09-18 09:00");
  const work = await runAt(city.database.db, "activity-reminders", city.now);
  expect(work?.tally).toMatchObject({ suppressed: 0 });
  await eventually(() =>
    expect(heardOf(city.person("李明"), "deadline.reminder").at(-1)?.text).toContain("第六次会议"),
  );
});
