import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { JobName } from "#jobs/job.ts";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { addOtherDistrict } from "#test/support/other-district.ts";

let city: City;
// Filed on 25 November, it must be given to a unit by 9 December.
beforeEach(async () => {
  city = await openCity("2026-11-25T08:00:00+08:00");
  await city.database.db.execute(sql`
    insert into suggestions (number, person_id, mandate_id, title, text, filed_at)
    select '建-2026-001', m.person_id, m.id, '黄连村装路灯', '', '2026-11-25 08:00+08' from mandates m
    join people p on p.id = m.person_id where p.name = '李明'`);
});
afterEach(() => city.close());

const run = (name: JobName, when: string, patch: object = {}) => {
  city.now = at(when);
  return runAt(city.database.db, name, city.now, patch);
};
/** The days on which the office is reminded, when somebody looks every morning from one day to another. */
async function remindedDays(days: readonly string[], patch: object = {}): Promise<string[]> {
  await run("case-reminders", `${days[0] ?? ""} 08:55`, patch);
  const told: string[] = [];
  for (const day of days)
    if (((await run("case-reminders", `${day} 09:00`, patch))?.tally.due ?? 0) > 0) told.push(day);
  return told;
}
const everyDay = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(`${from}T00:00:00Z`) + index * 86_400_000).toISOString().slice(0, 10),
  );

test("the office hears of a suggestion before its day, for four weeks after it, and then no more", async () => {
  expect(await remindedDays(everyDay("2026-12-07", 90))).toEqual([
    "2026-12-08",
    "2026-12-09",
    "2026-12-16",
    "2026-12-23",
    "2026-12-30",
    "2027-01-06",
  ]);
}, 60_000);

test("how long is the district's to decide", async () => {
  const once = { reminders: { case_overdue_weeks: 1 } };
  expect(await remindedDays(everyDay("2026-12-10", 30), once)).toEqual(["2026-12-16"]);
  const never = { reminders: { case_overdue_weeks: 0 } };
  expect(await remindedDays(everyDay("2027-01-10", 10), never)).toEqual([]);
}, 60_000);

test("another district's office hears nothing of it, nor counts it in its week", async () => {
  const { conversation } = await addOtherDistrict(city.database.db);
  await run("case-reminders", "2026-12-07 09:00");
  expect((await run("case-reminders", "2026-12-08 09:00"))?.tally.due).toBe(1);
  await run("weekly-digest", "2026-12-14 09:00");
  const rows = await city.database.db.execute(
    sql`select count(*)::int n from outbox where conversation = ${conversation} and status <> 'suppressed'`,
  );
  expect([...rows]).toEqual([{ n: 0 }]);
});

test("a suggestion that has been overdue for longer is no part of the office's week", async () => {
  const digest = async (when: string): Promise<string> => {
    const before = city.person("孙丽").heard().length;
    await run("weekly-digest", when);
    await expect.poll(() => city.person("孙丽").heard().length).toBeGreaterThan(before);
    return city.person("孙丽").heard().at(-1)?.text ?? "";
  };
  expect(await digest("2026-12-14 09:00")).toContain("代表建议、议案 1 件");
  expect(await digest("2027-01-18 09:00")).not.toContain("代表建议、议案");
});
