import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";

// A group met on 17 December at nine; that one of it had been suspended the day before was registered afterwards.
let city: City;
let number = "";
beforeEach(async () => {
  city = await openCity("2026-12-10T10:00:00+08:00");
  await tell("刘敏", "发布活动 12月17日上午9点 羊昌镇代表小组 小组活动 地点羊昌镇政府 内容视察农贸市场");
  const [done] = await city.person("刘敏").says("对");
  number = done?.number ?? "";
  city.now = new Date("2026-12-17T13:00:00+08:00");
});
afterEach(() => city.close());

const tell = (name: string, words: string) => answerTo(city.person(name), words);
async function suspend(): Promise<void> {
  await tell("孙丽", "暂停 陈建国 代表职务 自12月16日");
  await tell("孙丽", "对");
}
async function records(): Promise<readonly string[]> {
  const rows = await city.database.db.execute<{ name: string }>(sql`
    select p.name from duty_records r join people p on p.id = r.person_id join activities a on a.id = r.activity_id
    where a.number = ${number} and r.state <> 'withdrawn' order by p.id`);
  return rows.map((one) => one.name);
}

test("whose mandate rested has no duty recorded, though the register says that he came", async () => {
  await tell("刘敏", `到会 ${number} 全到`);
  await tell("刘敏", "对");
  await suspend();
  expect(await tell("刘敏", `定稿 ${number}`)).toContain("4人");
  await tell("刘敏", "对");
  expect(await records()).toEqual(["李明", "王芳", "杨秀英", "罗文军"]);
});

test("whose mandate rested need not be marked for the register to be final, and is nobody's absence", async () => {
  await suspend();
  await tell("刘敏", `到会 ${number} 李明、王芳、杨秀英、罗文军到会`);
  await tell("刘敏", "对");
  const card = await tell("刘敏", `定稿 ${number}`);
  expect(card).not.toMatch(/陈建国|待登记/u);
  expect(await tell("刘敏", "对")).toContain("4人");
  expect(await records()).toEqual(["李明", "王芳", "杨秀英", "罗文军"]);
  expect(await tell("陈建国", "我的出勤")).not.toMatch(/缺席1/u);
});
