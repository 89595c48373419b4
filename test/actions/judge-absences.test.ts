import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { activities, attendances } from "#db/schema/activities.ts";
import { mandates, people, suspensions } from "#db/schema/people.ts";
import { judgeAbsences } from "#src/actions/absences/judge-absences.ts";
import { joinMandates } from "#src/domain/attendance/join-mandates.ts";
import type { News } from "#src/domain/news.ts";
import { OFFICIAL_DAYS } from "#src/domain/official-days.ts";
import { toCalendar } from "#src/domain/working-calendar.ts";
import { type City, openCity } from "#test/support/city.ts";
import { readPolicy } from "#test/support/policy.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const world = () => ({
  now: city.now,
  zone: "Asia/Shanghai",
  today: "2026-09-16",
  policy: readPolicy(),
  calendar: toCalendar(OFFICIAL_DAYS),
  channels: [],
});

async function judgeAll(): Promise<readonly News[]> {
  return city.database.db.transaction(async (tx) => {
    const all = await tx.select({ id: mandates.id }).from(mandates);
    return judgeAbsences(
      tx,
      all.map(({ id }) => id),
      world(),
    );
  });
}

const mandateOf = async (name: string): Promise<number> => {
  const [row] = await city.database.db
    .select({ id: mandates.id })
    .from(mandates)
    .innerJoin(people, eq(people.id, mandates.personId))
    .where(eq(people.name, name));
  return row?.id ?? 0;
};

test("one unapproved absence is a private warning, and judging again says nothing", async () => {
  const news = await judgeAll();
  expect(news.map((one) => one.word.kind)).toEqual(["absence.warned"]);
  expect(await judgeAll()).toEqual([]);
});

test("two judges at once warn once", async () => {
  await city.database.db.execute(sql`delete from absence_notices`);
  const both = await Promise.all([judgeAll(), judgeAll()]);
  expect(both.flat().map((one) => one.word.kind)).toEqual(["absence.warned"]);
});

test("a suspension that covers the day takes the warning back, and its end brings it again", async () => {
  const mandateId = await mandateOf("杨秀英");
  await city.database.db
    .insert(suspensions)
    .values({ mandateId, fromDay: "2026-07-01", toDay: "2026-07-31" });
  expect((await judgeAll()).map((one) => one.word.kind)).toEqual(["absence.withdrawn"]);
  await city.database.db.delete(suspensions);
  expect((await judgeAll()).map((one) => one.word.kind)).toEqual(["absence.warned"]);
});

test("a rest ends with the mandate that rests: elected again, an absence counts", async () => {
  const { db } = city.database;
  const mandateId = await mandateOf("杨秀英");
  await db.insert(suspensions).values({ mandateId, fromDay: "2026-07-01" });
  expect((await judgeAll()).map((one) => one.word.kind)).toEqual(["absence.withdrawn"]);
  await db.execute(sql`update mandates set valid_to = '2026-07-10' where id = ${mandateId}`);
  await db.execute(sql`insert into mandates (person_id, level, term, valid_from, group_id)
    select person_id, level, '第十九届', '2026-07-11', group_id from mandates where id = ${mandateId}`);
  expect((await judgeAll()).map((one) => one.word.kind)).toEqual(["absence.warned"]);
  await db.execute(sql`delete from mandates where term = '第十九届'`);
  await db.execute(sql`update mandates set valid_to = null where id = ${mandateId}`);
  await db.delete(suspensions);
});

test("a mandate that never ran stands between none: two seats of one term are one mandate", () => {
  const seats = [
    { from: "2021-12-20", to: "2026-09-30", term: "第十八届", status: "active" },
    { from: "2026-09-14", to: "2026-09-13", term: "第十九届", status: "active" },
    { from: "2026-10-01", to: null, term: "第十八届", status: "active" },
  ] as const;
  expect(joinMandates(seats)).toEqual([{ from: "2021-12-20", to: null }]);
});

test("nobody is absent from what there is no proof of having been told of", async () => {
  await city.database.db.execute(sql`update notices set way = 'chat', delivered_at = null`);
  expect((await judgeAll()).map((one) => one.word.kind)).toEqual(["absence.withdrawn"]);
  await city.database.db.execute(sql`update notices set way = 'phone'`);
  await judgeAll();
});

test("an activity before a by-election is nothing to the deputy who came later", async () => {
  const mandateId = await mandateOf("罗文军");
  const [activity] = await city.database.db.select().from(activities).where(eq(activities.state, "final"));
  await city.database.db
    .update(attendances)
    .set({ status: "absent" })
    .where(sql`${attendances.activityId} = ${activity?.id ?? 0} and ${attendances.mandateId} = ${mandateId}`);
  await city.database.db.update(mandates).set({ validFrom: "2026-08-01" }).where(eq(mandates.id, mandateId));
  expect(await judgeAll()).toEqual([]);
});
