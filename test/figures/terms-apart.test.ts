import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { termDays, type TermSpan } from "#src/domain/figures/term-days.ts";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// Every town has a congress of its own, and a deputy may leave a seat and be elected into another.
let city: City;
beforeEach(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
});
afterEach(() => city.close());

const told = async (words: string, name = "孙丽"): Promise<string> =>
  (await city.person(name).says(words)).map(({ text }) => text).join("\n");

/** A seat in the congress of a town. */
const seat = (name: string, term: string, town: string, from: string, to: string | null = null) =>
  city.database.db.execute(sql`
    insert into mandates (person_id, level, term, township_id, valid_from, valid_to)
    select p.id, 'township', ${term}, o.id, ${from}::date, ${to}::date from people p, orgs o
    where p.name = ${name} and o.name = ${town}`);

test("a term with other days in one town than in another is said to have them, and is counted where they agree", async () => {
  await seat("李明", "第三届", "羊昌镇", "2022-03-01");
  await seat("吴红梅", "第三届", "东风镇", "2022-05-01");
  expect(await told("第三届走访多少户")).toContain("不都一样");
  await city.database.db.execute(sql`update mandates set valid_from = '2022-03-01' where level = 'township'`);
  expect(await told("第三届走访多少户")).toContain("2022年3月1日至");
});

test("whoever resigned on a day that nobody knows keeps no old term running", async () => {
  await city.person("孙丽").says("换届 十九届 12月1日 全部连任");
  await city.person("孙丽").says("对");
  await city.database.db.execute(sql`
    insert into mandates (person_id, level, term, group_id, township_id, valid_from, status)
    select m.person_id, m.level, m.term, m.group_id, m.township_id, m.valid_from + 1, 'resigned'
    from mandates m join people p on p.id = m.person_id where p.name = '李明' and m.term = '第十八届'`);
  expect(await told("十八届走访多少户")).toContain("至2026年11月30日");
});

test("who resigned and was elected again in the same term took office on the day of the second election", async () => {
  await city.database.db.execute(sql`
    update mandates m set valid_to = '2022-06-30', status = 'resigned' from people p
    where p.id = m.person_id and p.name = '李明'`);
  await city.database.db.execute(sql`
    insert into mandates (person_id, level, term, group_id, township_id, valid_from)
    select m.person_id, m.level, m.term, m.group_id, m.township_id, '2024-05-01'
    from mandates m join people p on p.id = m.person_id where p.name = '李明'`);
  expect(await told("李明上任以来走访多少户")).toContain("2024年5月1日至");
});

test("seats that lie over each other, or follow each other, are one time in office", () => {
  const one = (from: string, to: string | null): TermSpan => ({
    level: "district",
    town: null,
    term: "第十八届",
    from,
    to,
  });
  const since = (...spans: readonly TermSpan[]) => termDays({ which: "in-office" }, spans, "2026-12-02");
  const from = (day: string) => ({ from: day, to: "2026-12-02" });
  expect(since(one("2021-09-01", null), one("2022-01-01", "2023-01-01"))).toEqual(from("2021-09-01"));
  expect(
    since(one("2021-09-01", "2023-12-31"), one("2022-01-01", "2022-06-30"), one("2024-01-01", null)),
  ).toEqual(from("2021-09-01"));
  expect(since(one("2021-09-01", "2022-06-30"), one("2022-07-02", null))).toEqual(from("2022-07-02"));
});
