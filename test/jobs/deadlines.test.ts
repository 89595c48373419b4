import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { JobName } from "#jobs/job.ts";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { waitUntil } from "#test/support/wait.ts";

let city: City;
beforeEach(async () => {
  city = await openCity("2026-11-25T08:00:00+08:00");
});
afterEach(() => city.close());

const run = (name: JobName, when: string, patch: object = {}) => {
  city.now = at(when);
  return runAt(city.database.db, name, city.now, patch);
};
const reminded = (name: string) =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === "deadline.reminder");

describe("a deputy is reminded of what is owed", () => {
  test("fifteen days before the self-review is due, and not again that day", async () => {
    expect((await run("deadline-reminders", "2026-11-25 09:00"))?.tally.due).toBe(10);
    await waitUntil(() => reminded("李明").length === 1);
    expect(reminded("李明")[0]?.text).toBe(
      "提醒：年度履职自评\n期限：12月10日(周四)前，还有15天\n写好了发给我：提交年度履职自评 正文(可附文件)，由镇街人大收。",
    );
    expect((await run("deadline-reminders", "2026-11-25 09:05"))?.tally.due).toBe(0);
  });

  test("of several things in one message", async () => {
    await run("deadline-reminders", "2026-11-30 09:00");
    await run("deadline-reminders", "2026-12-01 09:00");
    await waitUntil(() => reminded("李明").length === 1);
    expect(reminded("李明")[0]?.text).toContain("有2件事提醒您：");
  });

  test("no more once enough records stand, and again when one is taken back", async () => {
    const { db } = city.database;
    await db.execute(sql`insert into duty_records (number, person_id, mandate_id, kind, starts_on, ends_on, counts,
        approx, narrative, source, state, filed_at)
      select 'T-' || g, m.person_id, m.id, 'home_visit', ('2026-05-0' || g)::date, ('2026-05-0' || g)::date, '{}', '[]', '', 'chat',
        'confirmed', now()
      from mandates m join people p on p.id = m.person_id cross join generate_series(1, 2) g where p.name = '李明'`);
    await run("deadline-reminders", "2026-11-30 09:00");
    await run("deadline-reminders", "2026-12-01 09:00");
    await waitUntil(() => reminded("李明").length === 1);
    expect(reminded("李明")[0]?.text).toContain("提醒：每年至少提出一件建议");
    await db.execute(sql`update duty_records set state = 'withdrawn' where number = 'T-1'`);
    await run("deadline-reminders", "2026-12-23 09:00");
    await run("deadline-reminders", "2026-12-24 09:00");
    await waitUntil(() => reminded("李明").some((one) => one.text.includes("还差1次")));
  });

  test("every week once it is overdue, over the year's end; thirty days away make one message", async () => {
    await run("deadline-reminders", "2026-12-20 09:00");
    const work = await run("deadline-reminders", "2027-01-19 09:00");
    expect(work?.tally).toMatchObject({ waiting: 10, failed: 0, suppressed: 0 });
    await waitUntil(() => reminded("李明").some((one) => one.text.includes("已过")));
  });

  test("a year without a calendar is told to the office once, and guessed by nobody", async () => {
    await city.database.db
      .execute(sql`update activities set starts_at = '2027-01-05 09:30+08', on_day = '2027-01-05'
      where state = 'planned' and starts_at > '2026-11-26'`);
    await run("activity-reminders", "2026-12-31 09:00");
    await run("activity-reminders", "2027-01-01 09:00");
    const heard = () =>
      city
        .person("孙丽")
        .heard()
        .filter((one) => one.kind === "deadline.no-calendar");
    await waitUntil(() => heard().length === 1);
    expect(heard()[0]?.text).toContain("还没有2027年的放假安排");
  });
});

describe("staff are told what waits", () => {
  test("the clerk hears on Monday who has not reported and what waits", async () => {
    // Besides two clerks and the office the director, for whom nothing waits.
    expect((await run("weekly-digest", "2026-11-30 09:00"))?.tally).toMatchObject({ due: 4, suppressed: 1 });
    await waitUntil(() => reminded("刘敏").length === 1);
    expect(reminded("刘敏")[0]?.text).toBe(
      "本周情况：\n待定稿的活动 1 场\n近30天没有履职记录 5 人：李明、杨秀英、王芳、罗文军、陈建国\n点下面可以接着办。",
    );
    expect(await run("weekly-digest", "2026-12-01 09:00")).toBeNull();
  });

  test("whom the week's summary is for, and whom it names, is the district's to decide", async () => {
    const patch = { reminders: { digest_readers: ["township_clerk"], silent_days: 90 } };
    const told = await run("weekly-digest", "2026-11-30 09:00", patch);
    expect(told?.tally).toMatchObject({ due: 3, suppressed: 1 });
    await waitUntil(() => reminded("刘敏").length === 1);
    expect(reminded("刘敏")[0]?.text).toContain("近90天没有履职记录");
  });

  test("the office hears of a suggestion before the day it must be assigned", async () => {
    await city.database.db
      .execute(sql`insert into suggestions (number, person_id, mandate_id, title, text, filed_at)
      select '建-2026-001', person_id, id, '黄连村装路灯', '', '2026-11-25 08:00+08' from mandates limit 1`);
    await run("case-reminders", "2026-12-07 09:00");
    await run("case-reminders", "2026-12-08 09:00");
    await waitUntil(() => reminded("孙丽").length >= 1);
    expect(reminded("孙丽")[0]?.text).toContain("待交办：建-2026-001");
  });
});

describe("whoever was absent once", () => {
  test("is warned, and told in good time before the next activity, and nobody else", async () => {
    const first = await run("absence-warnings", "2026-11-25 09:00");
    expect(first?.tally.due).toBe(1);
    expect((await run("absence-warnings", "2026-11-25 09:15"))?.tally.due).toBe(0);
    await run("upcoming-absence", "2026-11-26 09:00");
    expect((await run("upcoming-absence", "2026-11-27 09:00"))?.tally.due).toBe(1);
    await waitUntil(() => reminded("杨秀英").length === 1);
    expect(reminded("杨秀英")[0]?.text).toContain("来不了请先请假");
  });
});
