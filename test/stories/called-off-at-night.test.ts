import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";
import { heardOf } from "#test/support/overheard.ts";

let city: City;
afterEach(() => city.close());

const clerk = () => city.person("刘敏");
const office = () => city.person("孙丽");
const GROUP = ["李明", "王芳", "陈建国", "杨秀英", "罗文军"];
const heardByAll = (kind: string): number[] => GROUP.map((name) => heardOf(city.person(name), kind).length);

async function publish(when: string): Promise<string> {
  await clerk().says(`发布活动 ${when} 羊昌镇代表小组 小组活动 地点羊昌镇政府 内容视察农贸市场`);
  const [done] = await clerk().says("对");
  return done?.number ?? "";
}

async function callOff(number: string, by = clerk()): Promise<string> {
  await by.says(`取消活动 ${number} 下雨`);
  const [done] = await by.says("对");
  return done?.text ?? "";
}

/** Calls a session with two sittings; the numbers of the session and of its last sitting. */
async function callSession(): Promise<readonly [string, string]> {
  await office().says(
    "发布会议 乌当区第六次会议 地点区会议中心;1月12日上午9点 全体会议;1月13日上午9点 全体会议",
  );
  await office().says("对");
  const rows = await city.database.db.execute<{ number: string }>(sql`
    select number from activities where starts_at >= '2027-01-12' order by session_id nulls first, starts_at`);
  return [rows[0]?.number ?? "", rows[2]?.number ?? ""];
}

test("invited by day, moved and called off at night: everybody hears in the morning that it is off", async () => {
  city = await openCity("2026-11-10T10:00:00+08:00");
  const number = await publish("11月12日上午9点");
  await city.person("王芳").says(`参加 ${number}`);
  city.now = at("2026-11-10 21:30");
  await clerk().says(`改活动 ${number} 地点镇政府二楼`);
  await clerk().says("对");
  city.now = at("2026-11-10 21:40");
  const said = await callOff(number);
  expect(said).toContain("通知5人");
  expect(said).not.toContain("不再发");
  city.now = at("2026-11-11 08:30");
  await clerk().says("帮助");
  await eventually(() => expect(heardByAll("activity.cancelled")).toEqual([1, 1, 1, 1, 1]));
  expect(heardByAll("activity.changed")).toEqual([0, 0, 0, 0, 0]);
});

test("asked on Saturday to answer on Monday, called off on Sunday: everybody hears of it", async () => {
  city = await openCity("2026-11-13T10:00:00+08:00");
  const number = await publish("11月16日下午3点");
  city.now = at("2026-11-14 10:00");
  await clerk().says(`催 ${number}`);
  await clerk().says("对");
  city.now = at("2026-11-15 10:00");
  expect(await callOff(number)).toContain("通知5人");
  await eventually(() => expect(heardByAll("activity.cancelled")).toEqual([1, 1, 1, 1, 1]));
});

test("published and called off in one night: nobody hears of either", async () => {
  city = await openCity("2026-11-10T21:30:00+08:00");
  const said = await callOff(await publish("11月12日上午9点"));
  expect(said).toContain("5人的通知还没有发出，不再发了");
  city.now = at("2026-11-11 08:30");
  await clerk().says("帮助");
  expect(heardByAll("activity.invited")).toEqual([0, 0, 0, 0, 0]);
  expect(heardByAll("activity.cancelled")).toEqual([0, 0, 0, 0, 0]);
});

test("invited by day and moved twice at night: the word is of a change, once", async () => {
  city = await openCity("2026-11-10T10:00:00+08:00");
  const number = await publish("11月12日上午9点");
  city.now = at("2026-11-10 21:30");
  for (const place of ["镇政府二楼", "农贸市场门口"]) {
    await clerk().says(`改活动 ${number} 地点${place}`);
    await clerk().says("对");
  }
  city.now = at("2026-11-11 08:30");
  await clerk().says("帮助");
  await eventually(() => expect(heardByAll("activity.changed")).toEqual([1, 1, 1, 1, 1]));
  expect(heardByAll("activity.invited")).toEqual([1, 1, 1, 1, 1]);
});

test("a session called off takes the waiting word of a moved sitting with it", async () => {
  city = await openCity("2026-12-28T10:00:00+08:00");
  const [session, last] = await callSession();
  city.now = at("2026-12-28 22:00");
  await office().says(`改活动 ${last} 改到1月14日上午9点`);
  await office().says("对");
  await callOff(session, office());
  city.now = at("2026-12-29 08:30");
  await office().says("帮助");
  await eventually(() => expect(heardByAll("activity.cancelled")).toEqual([1, 1, 1, 1, 1]));
  expect(heardByAll("activity.changed")).toEqual([0, 0, 0, 0, 0]);
});

test("a wish for leave from one sitting is void when the session is called off, and its deputy reads so", async () => {
  city = await openCity("2026-12-28T10:00:00+08:00");
  const [session, last] = await callSession();
  await city.person("李明").says(`请假 ${last} 生病`);
  await callOff(session, office());
  await eventually(() => expect(heardByAll("activity.cancelled")).toEqual([1, 1, 1, 1, 1]));
  expect(heardOf(city.person("李明"), "activity.cancelled")[0]?.text).toContain("不用等批了");
  expect(heardOf(city.person("王芳"), "activity.cancelled")[0]?.text).toContain("也不用请假");
  const states = await city.database.db.execute(sql`select state from leaves`);
  expect([...states].map((one) => one["state"])).not.toContain("pending");
});
