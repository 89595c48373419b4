import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { releaseOutbox } from "#db/queries/outbox.ts";
import { readPolicy } from "#src/compose/policy.ts";
import { createVault } from "#db/vault.ts";
import { Fault } from "#src/kernel/fault.ts";
import type { Channel } from "#src/message/channel.ts";
import { Courier } from "#src/outbox/deliver.ts";
import { enqueue } from "#src/outbox/enqueue.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { silentLog } from "#test/support/silent-log.ts";
import { createWire, type Wire } from "#test/support/wire.ts";

const vault = createVault("a key for tests, long enough to be one");
const NOON = new Date("2026-09-16T12:00:00+08:00");

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let wire: Wire;
let now: Date;
beforeAll(async () => {
  database = await cloneDatabase();
});
beforeEach(async () => {
  await database.db.execute(sql`truncate outbox, choices`);
  wire = createWire();
  now = NOON;
});
afterAll(() => database.drop());

const courierFor = (channels: readonly Channel[] = [wire], db: Db = database.db): Courier =>
  new Courier(
    {
      db,
      vault,
      clock: () => now,
      zone: "Asia/Shanghai",
      policy: readPolicy("policy/wudang.yaml"),
      log: silentLog,
      random: () => 0,
      holder: "test",
      channels,
    },
    () => undefined,
  );

async function write(who: string, key: string, expiresAt?: Date, unasked = false): Promise<void> {
  const [channel = "web", name = who] = who.includes("/") ? who.split("/") : ["web", who];
  const outgoing = {
    conversation: `${channel}:demo:${name}`,
    key,
    reply: { kind: "help.broken" } as const,
    dueAt: NOON,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(unasked ? { unasked } : {}),
  };
  await database.db.transaction((tx) => enqueue(tx, vault, [outgoing], now));
}

/** Rounds as the pump makes them, until nothing more happens. */
async function work(courier: Courier, rounds = 6): Promise<void> {
  for (let n = 0; n < rounds; n += 1) {
    await courier.round();
    await sleep(5);
  }
}

const keys = (from: Wire = wire): string[] => from.sent.map((one) => one.key);

async function stateOf(key: string): Promise<{ status: string; reason: string | null; repeat: boolean }> {
  const [row] = await database.db.execute<{ status: string; reason: string | null; repeat: boolean }>(
    sql`select status, reason, possible_repeat as repeat from outbox where key = ${key}`,
  );
  if (row === undefined) throw new TypeError(`no message ${key}`);
  return row;
}

test("a message is marked as being sent before the network hears of it", async () => {
  const seen: string[] = [];
  wire.onSend = async ({ key }) => void seen.push((await stateOf(key)).status);
  await write("李明", "a1");
  await work(courierFor());
  expect(seen).toEqual(["sending"]);
  expect((await stateOf("a1")).status).toBe("sent");
});

test.each([1, 30, 600, 10_072])(
  "told to wait %i s, a conversation waits that long and keeps its order; others go on",
  async (seconds) => {
    let patient = false;
    wire.onSend = ({ key }) =>
      key === "a1" && !patient
        ? Promise.reject(new Fault("channel.slow-down", "slow down", { retryAfterMs: seconds * 1000 }))
        : Promise.resolve();
    await write("李明", "a1");
    await write("李明", "a2");
    await write("王芳", "b1");
    const courier = courierFor();
    await work(courier);
    await write("李明", "a3");
    await write("王芳", "b2");
    now = new Date(NOON.getTime() + seconds * 1000 - 1);
    await work(courier);
    expect(keys()).toEqual(["b1", "b2"]);
    patient = true;
    now = new Date(NOON.getTime() + seconds * 1000);
    await work(courier, 8);
    expect(keys()).toEqual(["b1", "b2", "a1", "a2", "a3"]);
    expect(await stateOf("a1")).toMatchObject({ status: "sent", repeat: false });
  },
);

test("a message for a later day lets today's answers pass", async () => {
  const later = { conversation: "web:demo:李明", key: "later", dueAt: new Date(NOON.getTime() + 86_400_000) };
  await database.db.transaction((tx) =>
    enqueue(tx, vault, [{ ...later, reply: { kind: "help.broken" } }], now),
  );
  await write("李明", "today");
  await work(courierFor());
  expect(keys()).toEqual(["today"]);
});

test("a person who blocked the bot is recorded, and the next message goes its way", async () => {
  wire.onSend = ({ key }) =>
    key === "a1" ? Promise.reject(new Fault("channel.blocked", "blocked")) : Promise.resolve();
  await write("李明", "a1");
  await write("李明", "a2");
  await work(courierFor());
  expect(await stateOf("a1")).toMatchObject({ status: "failed", reason: "channel.blocked" });
  expect(keys()).toEqual(["a2"]);
});

test("what came too late to be of use is recorded as expired and not sent", async () => {
  await write("李明", "late", new Date(NOON.getTime() - 1));
  await work(courierFor());
  expect(keys()).toEqual([]);
  expect(await stateOf("late")).toMatchObject({ status: "expired", reason: "too late" });
});

test("after a crash in the middle of a call the message comes again, and says so", async () => {
  wire.onSend = () => new Promise(() => undefined);
  await write("李明", "a1");
  await work(courierFor(), 1);
  await database.db.transaction((tx) => releaseOutbox(tx, "test"));
  wire.onSend = () => Promise.resolve();
  await work(courierFor());
  expect(wire.sent.map((one) => one.text)).toEqual([expect.stringContaining("可能重复")]);
});

test("a network that knows its keys is not troubled with the mark", async () => {
  const sure: Wire = { ...wire, exactlyOnce: true };
  await write("李明", "a1");
  await database.db.execute(sql`update outbox set possible_repeat = true`);
  await work(courierFor([sure]));
  expect(wire.sent[0]?.text).not.toContain("可能重复");
});

test("what was sent is not forgotten while the database is away", async () => {
  let away = false;
  const db = Object.create(database.db, {
    transaction: {
      value: (work_: Parameters<Db["transaction"]>[0]) =>
        away
          ? Promise.reject(Object.assign(new Error("away"), { code: "57P01" }))
          : database.db.transaction(work_),
    },
  }) as Db;
  const courier = courierFor([wire], db);
  await write("李明", "a1");
  await courier.round();
  await sleep(5);
  away = true;
  await expect(courier.round()).rejects.toThrow("away");
  away = false;
  await courier.recover();
  await work(courier);
  expect(keys()).toEqual(["a1"]);
  expect(await stateOf("a1")).toMatchObject({ status: "sent", repeat: false });
});

test("a network that hangs holds up nobody but itself", async () => {
  const slow = createWire("slow");
  slow.onSend = () => new Promise(() => undefined);
  for (let n = 0; n < 70; n += 1) await write(`slow/s${n}`, `s${n}`);
  await write("李明", "a1");
  const courier = courierFor([slow, wire]);
  await work(courier, 2);
  expect(keys()).toEqual(["a1"]);
});

test("two couriers on one database keep each conversation's order and send nothing twice", async () => {
  for (let n = 0; n < 60; n += 1) await write(`p${n % 3}`, `k${String(n).padStart(2, "0")}`);
  wire.onSend = () => sleep(1);
  const one = courierFor();
  const other = courierFor();
  await Promise.all([work(one, 40), work(other, 40)]);
  expect(new Set(keys()).size).toBe(60);
  expect(keys()).toHaveLength(60);
  for (const who of ["p0", "p1", "p2"]) {
    const own = wire.sent.filter((sent) => sent.conversation.endsWith(who)).map((sent) => sent.key);
    expect(own).toEqual([...own].sort());
  }
});

test("news that could not be sent by evening waits for the morning; answers go on at night, past it", async () => {
  let away = true;
  wire.onSend = () => (away ? Promise.reject(new Fault("channel.unreachable", "away")) : Promise.resolve());
  await write("李明", "news", undefined, true);
  const courier = courierFor();
  await work(courier);
  expect(await stateOf("news")).toMatchObject({ status: "new", repeat: true });
  away = false;
  now = new Date("2026-09-16T22:30:00+08:00");
  await work(courier);
  await write("李明", "answer");
  await work(courier);
  expect(keys()).toEqual(["answer"]);
  now = new Date("2026-09-17T07:59:59+08:00");
  await work(courier);
  expect(keys()).toEqual(["answer"]);
  now = new Date("2026-09-17T08:00:00+08:00");
  await work(courier);
  expect(keys()).toEqual(["answer", "news"]);
});
