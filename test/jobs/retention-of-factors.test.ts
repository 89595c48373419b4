import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runJob } from "#jobs/run-job.ts";
import { jobNamed, jobPartsAt } from "#test/support/clockwork.ts";
import { type City, openCity } from "#test/support/city.ts";
import { readPolicy } from "#test/support/policy.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

test("the authenticator of who left office goes a month after it was made, that of who serves stays", async () => {
  const { db } = city.database;
  const then = sql`${city.now.toISOString()}::timestamptz`;
  await db.execute(sql`
    with retired as (insert into people (name) values ('离任的人') returning id)
    insert into second_factors (person_id, secret, made_at) select id, ''::bytea, ${then} from retired
    union all select id, ''::bytea, ${then} from people where name = '刘敏'`);
  const night = async (days: number): Promise<unknown> => {
    const now = new Date(city.now.getTime() + days * 86_400_000);
    return (await runJob(jobPartsAt(db, now, {}), jobNamed("retention"), "anyway"))?.report;
  };
  const { expired_access } = readPolicy().retention;
  expect(await night(expired_access - 1)).toMatchObject({ factors: 0 });
  expect(await night(expired_access + 1)).toMatchObject({ factors: 1 });
  const left = await db.execute<{ name: string }>(
    sql`select p.name from second_factors f join people p on p.id = f.person_id`,
  );
  expect(left.map((row) => row.name)).toEqual(["刘敏"]);
});
