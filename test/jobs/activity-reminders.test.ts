import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { waitUntil } from "#test/support/wait.ts";

let city: City;
// The demo's activities begin at 09:30 on Wednesday 23 September 2026, one in each group.
beforeEach(async () => {
  city = await openCity("2026-09-16T09:00:00+08:00");
});
afterEach(() => city.close());

const remind = (when: string) => {
  city.now = at(when);
  return runAt(city.database.db, "activity-reminders", city.now);
};
const reminded = (name: string) =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === "deadline.reminder");

describe("a deputy is reminded of an activity", () => {
  test("three days before, on the working day before a weekend, by name, time and place", async () => {
    await remind("2026-09-18 08:55");
    expect((await remind("2026-09-20 09:00"))?.tally.due).toBe(10); // a Sunday, worked for the National Day
    await waitUntil(() => reminded("李明").length === 1);
    expect(reminded("李明")[0]?.text).toBe(
      "提醒：羊昌镇代表小组活动\n时间：9月23日(周三)09:30\n地点：羊昌镇政府\n您还没答复，能不能来？请点一下。",
    );
  });

  test("again the day before and the same morning, each once however often it is looked for", async () => {
    for (const day of ["20", "22", "23"])
      for (const time of ["09:00", "09:05", "09:10"]) await remind(`2026-09-${day} ${time}`);
    await waitUntil(() => reminded("吴红梅").length === 3);
    expect(reminded("吴红梅").map((one) => one.text.split("\n")[1])).toEqual([
      "时间：9月23日(周三)09:30",
      "时间：明天09:30",
      "时间：今天09:30",
    ]);
  });

  test("not on leave, not suspended; whoever said 参加 is told as well, without being asked again", async () => {
    const { db } = city.database;
    await db.execute(sql`insert into leaves (activity_id, mandate_id, person_id, reason, state, requested_at)
      select x.activity_id, x.mandate_id, x.person_id, 'illness', 'pending', now() from attendances x
      join activities a on a.id = x.activity_id join people p on p.id = x.person_id
      where a.state = 'planned' and a.starts_at > '2026-09-20' and p.name = '李明'`);
    await db.execute(sql`insert into suspensions (mandate_id, from_day) select m.id, '2026-09-01' from mandates m
      join people p on p.id = m.person_id where p.name = '王芳'`);
    await db.execute(sql`update attendances set answer = 'coming' where person_id in
      (select id from people where name = '陈建国')`);
    const work = await remind("2026-09-22 09:00");
    expect(work?.tally).toMatchObject({ due: 10, suppressed: 2 });
    const morning = await remind("2026-09-23 09:00");
    expect(morning?.tally).toMatchObject({ due: 10, suppressed: 2 });
    await waitUntil(() => reminded("陈建国").length === 2);
    for (const one of reminded("陈建国")) expect(one.text).toContain("您已答复参加");
  });

  test("after thirty days without a service nobody hears of what is over", async () => {
    await remind("2026-09-16 09:00");
    const work = await remind("2026-10-16 09:00");
    expect(work?.tally).toMatchObject({ due: 30, sent: 0, expired: 30, waiting: 0 });
  });

  test("after three days without one, once for all steps that were missed", async () => {
    await remind("2026-09-19 09:00");
    const work = await remind("2026-09-22 10:00");
    expect(work?.tally).toMatchObject({ due: 20, merged: 10 });
  });
});

describe("a deputy answers a reminder", () => {
  test("1小时后 brings it again in an hour, once", async () => {
    await remind("2026-09-22 09:00");
    await waitUntil(() => reminded("李明").length === 1);
    const [answer] = await city.person("李明").taps("1小时后再提醒");
    expect(answer?.text).toBe("好的，今天10:00再提醒您：羊昌镇代表小组活动。");
    await remind("2026-09-22 09:55");
    expect(reminded("李明")).toHaveLength(1);
    await remind("2026-09-22 10:00");
    await waitUntil(() => reminded("李明").length === 2);
  });

  test("明早 brings it the next morning, 不再提醒 ends it", async () => {
    await remind("2026-09-20 09:00");
    await waitUntil(() => reminded("李明").length === 1 && reminded("王芳").length === 1);
    const [answer] = await city.person("李明").says("明早");
    expect(answer?.text).toBe("好的，明天09:00再提醒您：羊昌镇代表小组活动。");
    await city.person("王芳").taps("不再提醒此项");
    await remind("2026-09-21 09:00");
    await waitUntil(() => reminded("李明").length === 2);
    const work = await remind("2026-09-22 09:00");
    expect(work?.tally).toMatchObject({ due: 10, suppressed: 1 });
    expect(reminded("王芳")).toHaveLength(1);
  });

  test("1小时后 late in the evening waits for the morning, and whoever has leave by then hears nothing", async () => {
    await remind("2026-09-22 09:00");
    await waitUntil(() => reminded("李明").length === 1 && reminded("王芳").length === 1);
    city.now = at("2026-09-22 20:30");
    expect((await city.person("李明").says("1小时后"))[0]?.text).toBe(
      "好的，明天08:00再提醒您：羊昌镇代表小组活动。",
    );
    await city.person("王芳").says("1小时后");
    await city.person("王芳").says("请假 住院");
    await remind("2026-09-22 21:30");
    const morning = await remind("2026-09-23 08:00");
    expect(morning?.tally).toMatchObject({ due: 2, suppressed: 1 });
    await waitUntil(() => reminded("李明").length === 2);
    expect(reminded("王芳")).toHaveLength(1);
  });

  test("with nothing to put off, says so", async () => {
    const [answer] = await city.person("李明").says("1小时后");
    expect(answer?.kind).toBe("deadline.refused");
  });
});
