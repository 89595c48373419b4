import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { readPolicy } from "#test/support/policy.ts";

// A district that decides otherwise than the default: what its policy file says is what happens.
let city: City;
afterEach(() => city.close());

const says = async (name: string, words: string): Promise<string> =>
  (await city.person(name).says(words))[0]?.text.normalize("NFKC") ?? "";

test("who came to a group's activity has a record of the kind that the district says", async () => {
  const policy = readPolicy({ records: { of_activities: { group_activity: "training" } } });
  city = await openCity(undefined, undefined, undefined, { policy });
  await says("刘敏", "到会 活-2026-002 全到");
  await says("刘敏", "对");
  await says("刘敏", "定稿 活-2026-002");
  await says("刘敏", "对");
  const rows = await city.database.db.execute<{ kind: string; activity: string }>(sql`
    select distinct r.kind, a.kind activity from duty_records r join attendances t on t.record_id = r.id
    join activities a on a.id = t.activity_id where a.number = '活-2026-002'`);
  expect(rows).toEqual([{ kind: "training", activity: "group_activity" }]);
});
