import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";

// Nobody knows yet which days of 2027 are worked.
let city: City;
afterEach(() => city.close());

const say = (name: string, words: string): Promise<string> => answerTo(city.person(name), words);
const sweep = async (when: string): Promise<void> => {
  city.now = at(when);
  await runAt(city.database.db, "absence-warnings", city.now);
};
const officeHeard = (kind: string) => heardOf(city.person("孙丽"), kind);

test("three weeks ahead the office hears once from which day on absences told have no last day for an objection", async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
  await sweep("2026-12-03 10:00");
  expect(officeHeard("absence.no-end-ahead")).toHaveLength(0);
  await sweep("2026-12-04 10:00");
  await sweep("2026-12-05 10:00");
  await eventually(() => expect(officeHeard("absence.no-end-ahead")).toHaveLength(1));
  const [heard] = officeHeard("absence.no-end-ahead");
  for (const piece of ["还没有2027年的放假安排", "12月25日(周五)起告知的缺席", "算不出异议的最后一天"])
    expect(heard?.text).toContain(piece);
});

test("told on 28 December he gets no guessed last day, the office hears whose objection has none, and he may object in February", async () => {
  city = await openCity("2026-12-28T10:00:00+08:00");
  for (const words of ["到会 活-2026-002 除李明外全到", "对", "定稿 活-2026-002", "对"])
    await say("刘敏", words);
  await eventually(() => expect(heardOf(city.person("李明"), "absence.warned")).toHaveLength(1));
  expect(heardOf(city.person("李明"), "absence.warned")[0]?.text).not.toContain("最晚");
  await sweep("2026-12-28 10:30");
  await sweep("2026-12-28 11:00");
  const ofHis = () => officeHeard("absence.no-end").filter(({ text }) => text.includes("活-2026-002"));
  await eventually(() => expect(ofHis()).toHaveLength(1));
  for (const piece of ["落在2027年", "李明"]) expect(ofHis()[0]?.text).toContain(piece);
  // What was sent is erased long before nobody looks back at the absence any more.
  await city.database.db.execute(sql`delete from outbox where kind = 'absence.no-end'`);
  await sweep("2026-12-28 11:30");
  expect(await city.database.db.execute(sql`select 1 from outbox where kind = 'absence.no-end'`)).toEqual([]);
  city.now = at("2027-02-20 10:00");
  expect(await say("李明", "异议 活-2026-002 当天我在会场")).toContain("异议已收到");
});
