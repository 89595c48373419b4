import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { deleteReadings, saveReading } from "#db/queries/second-readings.ts";
import { claimMessages, markDone } from "#db/queries/inbox.ts";
import type { Channel } from "#src/message/channel.ts";
import type { SecondReader } from "#src/understanding/proposal.ts";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";

const SAID = "头堡老张屋头的灶重新打好了";
/** Longer than stopping may take with room to spare: the process gives up after 4.5 s. */
const SOON_MS = 2_000;

const asked: string[] = [];
const silent: SecondReader = {
  isThere: () => true,
  read: (text) => {
    asked.push(text);
    return new Promise(() => undefined);
  },
};

let city: City;
beforeEach(async () => {
  asked.splice(0);
  city = await openCity(undefined, undefined, () => [unleavable], { secondReader: silent });
});
afterEach(() => city.close());

/** A network that is not to be reached when the service leaves it. */
const unleavable: Channel = {
  name: "afar",
  bot: "demo",
  start: () => Promise.resolve(),
  stop: () => Promise.reject(new Error("not to be reached")),
  send: () => Promise.resolve({ externalId: "1" }),
};

const msOf = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};
const readings = async () => {
  const rows = await city.database.db.execute<{ n: number }>(
    sql`select count(*)::int4 n from second_readings`,
  );
  return rows[0]?.n;
};
const send = (id: string, text: string) =>
  city.service.accept({
    channel: "web",
    bot: "demo",
    externalId: id,
    conversation: "web:demo:liming",
    sender: "web:demo:liming",
    sentAt: city.now,
    body: { kind: "text", text, attachments: [] },
  });

test("a service that waits for its second reader stops at once", async () => {
  await send("1", SAID);
  await eventually(() => expect(asked).toHaveLength(1));
  expect(await msOf(() => city.service.stop())).toBeLessThan(SOON_MS);
});

test("a network that cannot be left keeps nothing else from its end", async () => {
  await city.service.stop();
  await send("1", "帮助");
  await sleep(300);
  const rows = await city.database.db.execute(sql`select status from inbox`);
  expect([...rows]).toEqual([{ status: "waiting" }]);
});

test("what was asked about and then answered without an answer is not given to the reader later", async () => {
  const { db } = city.database;
  await city.service.stop();
  await db.execute(sql`insert into inbox (channel, bot, external_id, conversation, sender, sent_at, status)
    select 'web', 'demo', 'old-' || n, 'web:demo:o' || n, 'web:demo:o' || n, now(), 'done' from generate_series(1, 20) n`);
  await db.execute(sql`insert into second_readings (inbox_id) select id from inbox where status = 'done'`);
  await city.another();
  await send("new", SAID);
  await eventually(() => expect(asked).toEqual([SAID]));
});

test("an answer that comes just as its message takes effect waits for it, and the message not for the answer", async () => {
  const { db } = city.database;
  await city.service.stop();
  await send("1", SAID);
  const [message] = await db.transaction((tx) => claimMessages(tx, "test", 1));
  if (message === undefined) throw new Error("nothing was claimed");
  const { id } = message;
  await db.execute(sql`insert into second_readings (inbox_id) values (${id})`);
  let answered: Promise<void> | undefined;
  await db.transaction(async (tx) => {
    await markDone(tx, [message], city.now);
    answered = db.transaction((other) => saveReading(other, id, null));
    await waitsForLock();
    await deleteReadings(tx, [id]);
  });
  await answered;
  expect(await readings()).toBe(0);
});

const waitsForLock = () =>
  expect
    .poll(async () => {
      const rows = await city.database.db.execute(
        sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows.length;
    })
    .toBe(1);

test("a table that takes long holds up no stop; one that never gets done is given up, and whoever wanted it is told", async () => {
  const { db } = city.database;
  await city.person("李明").says("5月12日走访黄连村12户");
  await city.person("李明").says("对");
  await city.person("刘敏").says("导出 羊昌镇 走访 二季度");
  const said = () =>
    city
      .person("刘敏")
      .heard()
      .map((one) => one.kind);
  await eventually(() => expect(said()).toContain("export.ready"));
  await db.transaction(async (tx) => {
    await tx.execute(sql`lock table attachments in access exclusive mode`);
    await db.execute(sql`update tasks set status = 'waiting', claims = 0, key = 'again'`);
    await expect
      .poll(() => tx.execute(sql`select claims from tasks`), { timeout: 4_000 })
      .toEqual([{ claims: 1 }]);
    expect(await msOf(() => city.service.stop())).toBeLessThan(SOON_MS);
  });
  // This process lives on, and what was cut off comes to its end.
  await expect.poll(() => db.execute(sql`select status from tasks`)).toEqual([{ status: "done" }]);
  await db.execute(sql`update tasks set status = 'waiting', claims = 6, key = 'anew'`);
  await city.another();
  await eventually(() => expect(said()).toContain("export.not-made"));
});
