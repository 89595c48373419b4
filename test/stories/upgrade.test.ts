import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { type City, openCity } from "#test/support/city.ts";

const SPEAKERS = ["liming", "wangfang", "chenjianguo", "wuhongmei"];

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

async function speak(who: string, text: string): Promise<void> {
  const conversation = `web:demo:${who}`;
  await city.service.accept({
    channel: "web",
    bot: "demo",
    externalId: randomUUID(),
    conversation,
    sender: conversation,
    sentAt: city.now,
    body: { kind: "text", text, attachments: [] },
  });
}

/** What the migrations of a later version do while this one runs: columns, a table, an index, under the same lock. */
async function upgrade(): Promise<void> {
  const later = connect(city.database.address, 1);
  await later.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('lvzhi.migrate'))`;
    for (const table of ["inbox", "outbox", "dialogs", "duty_records", "people", "accounts"])
      await tx.unsafe(
        `alter table ${table} add column later text not null default '', add column nothing integer`,
      );
    await tx`create table later (id bigint primary key, person_id bigint references people (id))`;
    await tx`create index people_later on people (later)`;
    await tx`insert into drizzle.__drizzle_migrations (hash, created_at, name, applied_at)
      values ('later', 4102444800000, '21000101000000_later', now())`;
  });
  await later.end();
}

test("a process of the version before goes on while a newer one brings the database up to date", async () => {
  let stopping = false;
  let sent = 0;
  const speaking = SPEAKERS.map(async (who) => {
    for (let n = 0; !stopping; n += 1) {
      await speak(who, n % 2 === 0 ? `昨天走访黄连村${n + 2}户` : "对");
      sent += 1;
    }
  });
  await expect.poll(() => sent).toBeGreaterThan(20);
  await upgrade();
  const before = sent;
  await expect.poll(() => sent).toBeGreaterThan(before + 20);
  stopping = true;
  await Promise.all(speaking);
  const count = async (): Promise<unknown> => {
    const [row] = await city.database.db.execute<Record<string, number>>(sql`
      select count(*) filter (where status = 'waiting')::int waiting, count(*) filter (where status = 'dead')::int dead,
        coalesce(sum(failures), 0)::int failures,
        (select count(*) from outbox where status in ('new', 'sending') and not unasked)::int unsent from inbox`);
    return row;
  };
  await expect.poll(count, { timeout: 30_000 }).toEqual({ waiting: 0, dead: 0, failures: 0, unsent: 0 });
  expect((await city.person("李明").says("我的履职"))[0]?.kind).toBe("figures.own-duty");
}, 60_000);

test("once it has stopped it does not come back on the newer database, and says what to start", async () => {
  await expect(migrateDatabase(city.database.address)).rejects.toMatchObject({
    code: "database.newer",
    message: expect.stringContaining("start that one"),
  });
});
