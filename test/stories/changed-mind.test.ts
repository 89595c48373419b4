import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";

let city: City;
beforeEach(async () => {
  city = await openCity("2026-09-16T09:00:00+08:00");
});
afterEach(() => city.close());

const AHEAD = "活-2026-003";
const clerk = () => city.person("刘敏");
const heard = (name: string, kind: string) => heardOf(city.person(name), kind);

/** Lets the reminders of these days run; returns what became of those of one deputy, one row a reminder. */
async function remindersOf(name: string, days: readonly string[]): Promise<string[]> {
  for (const day of days) {
    city.now = at(`${day} 09:00`);
    await runAt(city.database.db, "upcoming-absence", city.now);
    await runAt(city.database.db, "activity-reminders", city.now);
  }
  const rows = await city.database.db.execute<{ said: string }>(sql`
    select r.schedule || ' ' || coalesce(r.reason, r.state) said from reminders r join people p on p.id = r.person_id
    where p.name = ${name} order by r.due_at, r.schedule`);
  return rows.map((row) => row.said);
}

const DAYS = ["2026-09-16", "2026-09-20", "2026-09-22", "2026-09-23"];

describe("a deputy who comes after all", () => {
  test("takes the wish back: whoever decides hears it once, and there is nothing left to grant", async () => {
    await city.person("李明").says(`请假 ${AHEAD} 出差`);
    expect(await answerTo(city.person("李明"), `参加 ${AHEAD}`)).toContain("原来请的假撤回了");
    expect(await answerTo(city.person("李明"), `参加 ${AHEAD}`)).not.toContain("撤回");
    await eventually(() => expect(heard("刘敏", "activity.leave-withdrawn")).toHaveLength(1));
    expect(heard("刘敏", "activity.leave-withdrawn")[0]?.text).toContain("不用再批");
    expect(await answerTo(clerk(), "准假 李明")).toContain("不用批");
    expect(await answerTo(clerk(), "待办")).not.toContain("请假");
  });

  test("takes back leave that was granted, and staying away is an absence then", async () => {
    await city.person("李明").says(`请假 ${AHEAD} 出差`);
    await clerk().says("准假 李明");
    await clerk().says("对");
    expect(await answerTo(city.person("李明"), `参加 ${AHEAD}`)).toContain("批准的假撤回了");
    await eventually(() => expect(heard("刘敏", "activity.leave-withdrawn")).toHaveLength(1));
    city.now = at("2026-09-23 18:00");
    expect(await answerTo(clerk(), `到会 ${AHEAD} 除李明外全到`)).toContain("缺席1人：李明");
    await clerk().says("对");
    expect(await answerTo(clerk(), `定稿 ${AHEAD}`)).toMatch(/会单独提醒.*李明/u);
  });

  test("is reminded like everybody who comes, and a new wish is a new one", async () => {
    await city.person("李明").says(`请假 ${AHEAD} 出差`);
    await clerk().says("准假 李明");
    await clerk().says("对");
    await city.person("李明").says(`参加 ${AHEAD}`);
    expect(await remindersOf("李明", DAYS)).not.toContain("activity-reminders on-leave");
    city.now = at("2026-09-22 10:00");
    const again = await answerTo(city.person("李明"), `请假 ${AHEAD} 生病`);
    expect(again).not.toContain("上次没有批准");
    expect(again).toContain("等批准");
  });
});

describe("a deputy whose leave was refused", () => {
  beforeEach(async () => {
    await city.person("杨秀英").says(`请假 ${AHEAD} 出差`);
    await clerk().says("不准 杨秀英 当天有表决");
    await clerk().says("对");
  });

  test("is reminded and warned like everybody who is expected", async () => {
    const reminders = await remindersOf("杨秀英", DAYS);
    expect(reminders.filter((one) => one.includes("on-leave"))).toEqual([]);
    expect(reminders.some((one) => one.startsWith("upcoming-absence"))).toBe(true);
  });

  test("has not answered yet, and 催 asks again", async () => {
    expect(await answerTo(clerk(), `催 ${AHEAD}`)).toContain("杨秀英");
  });

  test("knew of it all the same: staying away is an absence without any other notice", async () => {
    await city.database.db.execute(sql`delete from notices`);
    city.now = at("2026-09-23 18:00");
    await clerk().says(`到会 ${AHEAD} 除杨秀英外全到`);
    await clerk().says("对");
    expect(await answerTo(clerk(), `定稿 ${AHEAD}`)).not.toContain("没有通知到的记录");
  });
});

describe("without any notice on record", () => {
  beforeEach(async () => {
    await city.database.db.execute(sql`delete from notices`);
    await city.database.db.execute(sql`update attendances set answer = null, answered_at = null`);
  });

  test("a wish for leave after the activity is no proof of notice", async () => {
    await city.person("李明").says("请假 活-2026-002 没接到通知,在外地出差");
    await clerk().says("不准 李明 没有假条");
    await clerk().says("对");
    await clerk().says("到会 活-2026-002 除李明、王芳外全到");
    await clerk().says("对");
    const card = await answerTo(clerk(), "定稿 活-2026-002");
    expect(card).toMatch(/没有通知到的记录，不算缺席：李明、王芳/u);
  });
});
