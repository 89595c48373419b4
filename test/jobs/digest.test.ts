import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { JobName } from "#jobs/job.ts";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { waitUntil } from "#test/support/wait.ts";

let city: City;
beforeEach(async () => {
  city = await openCity("2026-11-25T08:00:00+08:00");
});
afterEach(() => city.close());

const run = (name: JobName, when: string) => {
  city.now = at(when);
  return runAt(city.database.db, name, city.now);
};
const digest = async (name: string): Promise<string> => {
  const heard = () =>
    city
      .person(name)
      .heard()
      .filter((one) => one.kind === "deadline.reminder" && one.text.includes("本周情况"));
  await run("weekly-digest", "2026-11-30 09:00");
  await waitUntil(() => heard().length === 1);
  return heard()[0]?.text ?? "";
};

test("the week's summary counts what 待办 counts: reports, records to verify, cases and objections", async () => {
  const { db } = city.database;
  await run("deadline-reminders", "2026-11-25 09:00");
  await city.person("李明").says("提交年度履职自评 今年走访选民40户,提建议2件。");
  await city.person("李明").taps("对,交上");
  await city.person("王芳").says("昨天走访黄连村12户");
  await city.person("王芳").says("对");
  await db.execute(sql`insert into absence_notices (rule, mandate_id, person_id, activity_id, level, created_at,
      objection, objected_at)
    select 'group_activity_unapproved', m.id, p.id, a.id, l, now(), '\\x00'::bytea, now()
    from people p join mandates m on m.person_id = p.id cross join (select id from activities order by id limit 1) a
      cross join generate_series(1, 2) l where p.name = '杨秀英'`);
  const clerk = await digest("刘敏");
  expect(clerk).toContain("待收的报告 1 份");
  expect(clerk).toContain("待核实的记录 1 条");
  expect(clerk).not.toContain("缺席线索");
  const office = city
    .person("孙丽")
    .heard()
    .find((one) => one.text.includes("本周情况"));
  expect(office?.text).toContain("缺席线索 1 件");
  expect(office?.text).toContain("待决定的异议 1 件");
  expect(office?.choices.map(({ label }) => label)).toContain("待办 异议");
});

test("what residents said, corrections and word about the program are in it as they are in 待办, and its button shows them", async () => {
  await city.person("居民").says("黄连村三组的路灯坏了半个月没人修");
  await city.person("居民").says("对");
  await city.person("李明").says("反馈 字太小了");
  await city.person("李明").says("更正我的姓名 应为李鸣");
  await city.person("李明").says("对");
  const [list] = await city.person("孙丽").says("待办");
  await digest("刘敏");
  const office = city
    .person("孙丽")
    .heard()
    .findLast((one) => one.text.includes("本周情况"))?.text;
  for (const [counted, told] of [
    ["群众意见1条", "群众意见 1 条"],
    ["反馈1条", "对助手的反馈 1 条"],
    ["申请1件", "更正本人数据的申请 1 件"],
  ] as const) {
    expect(list?.text).toContain(counted);
    expect(office).toContain(told);
  }
});

test("who moved here this week is counted with what waits of him, and not among the silent", async () => {
  await city.person("孙丽").says("调动 蒙小兰 羊昌镇 11月25日");
  await city.person("孙丽").says("对");
  await city.database.db
    .execute(sql`insert into leaves (activity_id, mandate_id, person_id, reason, requested_at)
    select a.id, m.id, m.person_id, 'illness', now() from mandates m join people p on p.id = m.person_id
      cross join (select a.id from activities a join org_tree t on t.descendant_id = a.org_id
        join orgs o on o.id = t.ancestor_id where o.name = '羊昌镇' order by a.id desc limit 1) a
    where p.name = '蒙小兰' and m.valid_to is null`);
  const clerk = await digest("刘敏");
  expect(clerk).toContain("待批的请假 1 件");
  expect(clerk).not.toContain("蒙小兰");
});

test("明早 said after midnight is the morning that comes", async () => {
  await run("deadline-reminders", "2026-11-25 09:00");
  await waitUntil(() => city.person("李明").heard().length > 0);
  city.now = at("2026-11-26 00:30");
  const [late] = await city.person("李明").says("明早");
  expect(late?.text).toContain("今天09:00");
  city.now = at("2026-11-26 20:30");
  const [evening] = await city.person("李明").says("明早");
  expect(evening?.text).toContain("明天09:00");
});

test("no summary of the week disturbs staff on a holiday: it comes on the first day that is worked", async () => {
  const heard = () =>
    city
      .person("孙丽")
      .heard()
      .filter((one) => one.text.includes("本周情况"));
  for (const day of ["05", "06", "07"]) await run("weekly-digest", `2026-10-${day} 09:00`);
  expect(heard()).toEqual([]);
  await run("weekly-digest", "2026-10-08 09:00");
  await waitUntil(() => heard().length === 1);
});

test("leave that only others decide on is in neither the clerk's summary nor his 待办", async () => {
  await city
    .person("孙丽")
    .says("发布会议 乌当区第六次会议 地点区会议中心;12月12日上午9点 全体会议;12月12日下午2点半 代表团会议");
  await city.person("孙丽").says("对");
  const [session] = await city.database.db.execute<{ number: string }>(
    sql`select number from activities where kind = 'congress_session' order by id desc limit 1`,
  );
  await city.person("李明").says(`请假 ${session?.number ?? ""} 生病`);
  expect((await city.person("刘敏").says("待办 请假"))[0]?.text).toContain("没有待批的请假");
  expect(await digest("刘敏")).not.toContain("待批的请假");
});

test("whoever is late with what an ended term asked is counted as the list of who is late has him", async () => {
  await run("deadline-reminders", "2026-11-25 09:00");
  await city.database.db.execute(
    sql`update obligations set due_on = '2026-11-24' where rule = 'self_review'`,
  );
  await city.person("孙丽").says("换届 十九届 11月26日 除李明外全部连任");
  await city.person("孙丽").says("对");
  await run("deadline-reminders", "2026-11-26 09:30");
  expect(await digest("刘敏")).toContain("有事项到期没交 5 人");
  expect((await city.person("刘敏").says("未交 自评"))[0]?.text).toContain("还差5人");
});
