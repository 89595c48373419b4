import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { waitUntil } from "#test/support/wait.ts";

let city: City;
beforeEach(async () => {
  city = await openCity("2026-12-20T08:00:00+08:00");
});
afterEach(() => city.close());

const run = (when: string) => {
  city.now = at(when);
  return runAt(city.database.db, "deadline-reminders", city.now);
};
const states = async (rule: string, name: string): Promise<string[]> => {
  const rows = await city.database.db.execute<{ state: string }>(sql`
    select b.state from obligations b join people p on p.id = b.person_id
    where b.rule = ${rule} and p.name = ${name} order by b.due_on`);
  return rows.map((row) => row.state);
};
const visit = (number: string, day: string) =>
  city.database.db
    .execute(sql`insert into duty_records (number, person_id, mandate_id, kind, starts_on, ends_on,
      counts, approx, narrative, source, state, filed_at)
    select ${number}, m.person_id, m.id, 'home_visit', ${day}::date, ${day}::date, '{}', '[]', '', 'chat', 'confirmed',
      ${city.now.toISOString()}::timestamptz
    from mandates m join people p on p.id = m.person_id where p.name = '李明'`);

test("visits of December that are reported in January count for December's year, and count no more once taken back", async () => {
  await run("2026-12-20 09:00");
  expect(await states("voter_contact_minimum", "李明")).toEqual(["open"]);
  await run("2027-01-04 09:00");
  await visit("T-1", "2026-12-29");
  await visit("T-2", "2026-12-30");
  await run("2027-01-05 09:00");
  expect((await states("voter_contact_minimum", "李明"))[0]).toBe("accepted");
  await city.database.db.execute(sql`update duty_records set state = 'withdrawn' where number = 'T-2'`);
  await run("2027-01-06 09:00");
  expect((await states("voter_contact_minimum", "李明"))[0]).toBe("open");
});

test("somebody elected or moved in between keeps nobody from owing the report to voters at the term's end", async () => {
  const { db } = city.database;
  await db.execute(sql`update mandates set valid_to = '2026-12-31' where level = 'district'`);
  await city.person("孙丽").says("补选 赵新 羊昌镇代表小组 12月20日");
  await city.person("孙丽").says("对");
  await city.person("孙丽").says("调动 李明 东风镇 12月21日");
  await city.person("孙丽").says("对");
  await run("2026-12-22 09:00");
  const rows = await db.execute<{ name: string }>(sql`
    select p.name from obligations b join people p on p.id = b.person_id where b.rule = 'report_to_voters'`);
  expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining(["王芳", "李明"]));
  expect(rows).toHaveLength(10);
});

const toldOffice = () =>
  city
    .person("孙丽")
    .heard()
    .filter((one) => one.kind === "deadline.no-term-end");

test("the office hears once of each congress whose term's end is unknown, and what is owed by then; nobody guesses it", async () => {
  await run("2026-12-22 09:00");
  await run("2026-12-23 09:00");
  await waitUntil(() => toldOffice().length > 0);
  const terms = await city.database.db.execute(sql`select distinct level, term from mandates`);
  expect(toldOffice()).toHaveLength(terms.length);
  for (const piece of ["代表第十八届哪天届满，名册里没有", "向选区选民述职", "任职止"])
    expect(toldOffice()[0]?.text).toContain(piece);
});

test("where the roster says when the term ends there is nothing to say", async () => {
  await city.database.db.execute(sql`update mandates set valid_to = '2027-12-31'`);
  await run("2026-12-22 09:00");
  await run("2026-12-23 09:00");
  expect(toldOffice()).toEqual([]);
});

test("where no seat has an end, a seat that was moved on gives the term none", async () => {
  await city.person("孙丽").says("调动 李明 东风镇 12月21日");
  await city.person("孙丽").says("对");
  await run("2026-12-22 09:00");
  expect(await states("report_to_voters", "王芳")).toEqual([]);
});

test("a report that was late before a transfer is late after it", async () => {
  await run("2026-12-20 09:00");
  await run("2026-12-28 09:00");
  await city.person("孙丽").says("调动 陈建国 东风镇 12月29日");
  await city.person("孙丽").says("对");
  await run("2027-01-04 09:00");
  const [late] = await city.person("赵勇").says("未交 年度履职报告");
  expect(late?.text).toContain("陈建国");
  await run("2027-01-11 09:00");
  const [row] = await city.database.db.execute<{ n: number }>(sql`select count(*)::int4 n from reminders r
    join people p on p.id = r.person_id where p.name = '陈建国' and r.reason = 'not-in-office'`);
  expect(row?.n).toBe(0);
});

test("待办 counts the reports that its reader decides on, and no others", async () => {
  await run("2026-12-20 09:00");
  await city.person("李明").says("提交年度履职报告 今年走访选民40户,提建议2件。");
  await city.person("李明").taps("对,交上");
  const [office] = await city.person("孙丽").says("待办");
  expect(office?.text).toContain("待收的报告1份");
  const [clerk] = await city.person("刘敏").says("待办");
  expect(clerk?.text).not.toContain("待收的报告");
});

test("asked for a report that nobody is to hand in yet, staff hear that, and not that all is done", async () => {
  const [answer] = await city.person("刘敏").says("未交 述职");
  expect(answer?.text).toContain("还没有要交的述职报告");
  expect(answer?.text).toContain("届满");
});
