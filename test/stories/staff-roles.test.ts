import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  // In Greenwich it is still the day before.
  city = await openCity("2026-09-16T03:00:00+08:00");
});
afterAll(() => city.close());

const roleOf = (name: string, from: string, to: string | null) =>
  city.database.db.execute(sql`update staff_roles set valid_from = ${from}, valid_to = ${to}
    where person_id = (select id from people where name = ${name})`);
const asks = async (name: string) => (await city.person(name).says("统计 9月"))[0]?.kind;

test("a clerk whose role begins today works from midnight on, by the district's clock", async () => {
  await roleOf("刘敏", "2026-09-16", null);
  expect(await asks("刘敏")).toBe("figures.tally");
});

test("a clerk whose role ended yesterday is no clerk any more, at three in the morning either", async () => {
  await roleOf("赵勇", "2021-12-20", "2026-09-15");
  expect(await asks("赵勇")).toBe("help.refused");
});
