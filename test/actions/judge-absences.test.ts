import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { activities, attendances } from "#db/schema/activities.ts";
import { mandates, people, suspensions } from "#db/schema/people.ts";
import { judgeAbsences } from "#src/actions/absences/judge-absences.ts";
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
