import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { JobName } from "#jobs/job.ts";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { waitUntil } from "#test/support/wait.ts";

// The demo's activities begin at 09:30 on Thursday 26 November: the reminder of the day before falls together with the
// one fifteen days before the self-reviews are due, and for 杨秀英, who was absent once, with a warning.
let city: City;
const FIRST = "活-2026-003";
const JOBS = ["activity-reminders", "deadline-reminders", "upcoming-absence"] as const;
beforeEach(async () => {
  city = await openCity("2026-11-19T09:00:00+08:00");
});
/** All that reminds has looked a day before, and the reminders of three days before are told. */
const began = async (when = "2026-11-24 08:00") => {
  for (const job of JOBS) await run(job, when);
};
afterEach(() => city.close());

const run = (job: JobName, when: string) => {
  city.now = at(when);
  return runAt(city.database.db, job, city.now);
};
const reminded = (name: string) =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === "deadline.reminder");
const labels = (name: string) =>
  reminded(name)
    .at(-1)
    ?.choices.map((one) => one.label) ?? [];
const call = async (when: string, what: string) => {
  await city.person("刘敏").says(`发布活动 ${when} 羊昌镇代表小组 ${what} 地点镇政府`);
  return (await city.person("刘敏").says("对"))[0]?.number ?? "";
};

test.each([[[...JOBS]], [[...JOBS].reverse()]])(
  "what is due for a deputy at one moment comes in one message, whichever is looked at first: %j",
  async (order) => {
    await began();
    const works = [];
    for (const job of order) works.push(await run(job, "2026-11-25 09:00"));
    await waitUntil(() => reminded("李明").length === 1);
    expect(reminded("李明")[0]?.text).toBe(
      "有2件事提醒您：\n· 明天09:30 羊昌镇代表小组活动，羊昌镇政府\n· 年度履职自评：12月10日(周四)前，还有15天\n羊昌镇代表小组活动您还没答复，能不能来？请点一下：",
    );
    expect(labels("李明").slice(0, 2)).toEqual(["参加", "请假"]);
    // Each job counts what is its own, and nothing twice.
    const due = works.map((work) => work?.tally.due ?? 0);
    expect(due.toSorted((a, b) => a - b)).toEqual([1, 10, 10]);
    for (const { tally } of works.filter((work) => work !== null))
      expect(tally.due).toBe(
        tally.sent + tally.expired + tally.merged + tally.suppressed + tally.failed + tally.waiting,
      );
    for (const job of order) await run(job, "2026-11-25 09:05");
    expect(reminded("李明")).toHaveLength(1);
  },
);

test("whoever is warned of an activity is not reminded of it beside the warning", async () => {
  await began("2026-11-22 08:00");
  for (const job of JOBS) await run(job, "2026-11-23 09:00");
  await waitUntil(() => reminded("杨秀英").length === 1);
  expect(reminded("杨秀英")[0]?.text).toContain("提前说一声");
  expect(labels("杨秀英").slice(0, 2)).toEqual(["参加", "请假"]);
});

test("two activities on one day have two taps each, until each of them is answered", async () => {
  const second = await call("11月26日下午3点", "学习");
  await run("activity-reminders", "2026-11-23 09:00");
  await waitUntil(() => reminded("李明").length === 1);
  expect(labels("李明").filter((one) => /^(?:参加|请假)/u.test(one))).toEqual([
    "参加 11月26日(周四) 羊昌镇代表小组活动",
    "请假 11月26日(周四) 羊昌镇代表小组活动",
    expect.stringMatching(/^参加 11月26日.*学习/u),
    expect.stringMatching(/^请假 11月26日.*学习/u),
  ]);
  const [came] = await city.person("李明").taps(labels("李明")[2] ?? "");
  expect(came?.text).toContain(`记下您参加：${second}`);
  await run("activity-reminders", "2026-11-25 09:00");
  await waitUntil(() => reminded("李明").length === 2);
  expect(reminded("李明")[1]?.text).toContain("有2件事");
  expect(labels("李明").slice(0, 2)).toEqual(["参加", "请假"]);
  await city.person("李明").says(`请假 ${FIRST} 出差`);
  await run("activity-reminders", "2026-11-26 09:00");
  await waitUntil(() => reminded("李明").length === 3);
  expect(reminded("李明")[2]?.text).toMatch(/^提醒：[^\n]*\n时间：今天15:00/u);
});

test("nothing is said of an activity that was called off beside one that is on", async () => {
  const second = await call("11月26日下午3点", "学习");
  await city.person("刘敏").says(`取消活动 ${second}`);
  await city.person("刘敏").says("对");
  await run("activity-reminders", "2026-11-25 09:00");
  await waitUntil(() => reminded("李明").length === 1);
  expect(reminded("李明")[0]?.text).toMatch(/^提醒：羊昌镇代表小组活动\n时间：明天09:30/u);
});

test("a change that was told in the morning is the reminder of that morning; the day itself is reminded of", async () => {
  await run("activity-reminders", "2026-11-24 08:00");
  city.now = at("2026-11-25 08:30");
  await city.person("刘敏").says(`改活动 ${FIRST} 地点黄连村村委会`);
  await city.person("刘敏").says("对");
  const work = await run("activity-reminders", "2026-11-25 09:00");
  expect(work?.tally).toMatchObject({ due: 10, suppressed: 5 });
  expect(reminded("李明")).toEqual([]);
  await run("activity-reminders", "2026-11-26 09:00");
  await waitUntil(() => reminded("李明").length === 1);
});

test("whoever was asked for an answer a short time ago is not asked once more at once", async () => {
  await run("activity-reminders", "2026-11-24 08:00");
  city.now = at("2026-11-25 08:20");
  await city.person("刘敏").says(`催 ${FIRST}`);
  await city.person("刘敏").says("对");
  const work = await run("activity-reminders", "2026-11-25 09:00");
  expect(work?.tally).toMatchObject({ due: 10, suppressed: 5 });
  expect(reminded("李明")).toEqual([]);
});

test("what is released at night is said as of the morning in which it is read", async () => {
  await run("activity-reminders", "2026-11-24 08:00");
  await run("activity-reminders", "2026-11-25 22:00");
  city.now = at("2026-11-26 08:00");
  await waitUntil(() => reminded("李明").length === 1);
  expect(reminded("李明")[0]?.text).toContain("时间：今天09:30");
});

test("what two congresses ask for alike is one thing in the reminder", async () => {
  await city.database.db.execute(sql`
    insert into mandates (person_id, level, term, group_id, township_id, valid_from)
    select m.person_id, 'township', '第十一届', m.group_id, m.township_id, m.valid_from
    from mandates m join people p on p.id = m.person_id where p.name = '罗文军'`);
  await run("deadline-reminders", "2026-11-30 09:05");
  await run("deadline-reminders", "2026-12-01 09:00");
  await waitUntil(() => reminded("罗文军").some((one) => one.text.includes("接待或走访")));
  expect(
    reminded("罗文军")
      .at(-1)
      ?.text.match(/接待或走访/gu),
  ).toHaveLength(1);
});

test("a list of reminders that is cut says how many there are and where the rest is read", async () => {
  await city.database.db.execute(sql`
    with a as (insert into activities (number, org_id, kind, title, starts_at, on_day, created_at)
      select '活-2026-1' || lpad(i::text, 2, '0'), o.id, 'group_activity', '第' || i || '次小组活动',
        timestamptz '2026-11-26 10:00+08' + i * interval '30 minutes', date '2026-11-26', '2026-11-18'
      from generate_series(1, 7) i, orgs o where o.name = '羊昌镇代表小组' returning id)
    insert into attendances (activity_id, mandate_id, person_id)
    select a.id, m.id, m.person_id from a, mandates m join orgs o on o.id = m.group_id and o.name = '羊昌镇代表小组'`);
  await run("activity-reminders", "2026-11-25 09:00");
  await waitUntil(() => reminded("李明").length === 1);
  expect(reminded("李明")[0]?.text).toContain("……另有2件，看全说：我的活动");
});
