import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "#db/client.ts";
import { releaseOutbox } from "#db/queries/outbox.ts";
import { Fault } from "#src/kernel/fault.ts";
import { createWire } from "#test/support/wire.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { NOON, openPostRoom, type PostRoom } from "#test/support/post-room.ts";

let room: PostRoom;
beforeAll(async () => {
  room = await openPostRoom();
});
beforeEach(() => room.clear());
afterAll(() => room.close());

test("a message is marked as being sent before the network hears of it", async () => {
  const seen: string[] = [];
  room.wire.onSend = async ({ key }) => void seen.push((await room.stateOf(key)).status);
  await room.write("李明", "a1");
  await room.work(room.courierFor());
  expect(seen).toEqual(["sending"]);
  expect((await room.stateOf("a1")).status).toBe("sent");
});

test.each([1, 30, 600, 10_072])(
  "told to wait %i s, a conversation waits that long and keeps its order; others go on",
  async (seconds) => {
    let patient = false;
    room.wire.onSend = ({ key }) =>
      key === "a1" && !patient
        ? Promise.reject(new Fault("channel.slow-down", "slow down", { retryAfterMs: seconds * 1000 }))
        : Promise.resolve();
    await room.write("李明", "a1");
    await room.write("李明", "a2");
    await room.write("王芳", "b1");
    const courier = room.courierFor();
    await room.work(courier);
    await room.write("李明", "a3");
    await room.write("王芳", "b2");
    room.now = new Date(NOON.getTime() + seconds * 1000 - 1);
    await room.work(courier);
    expect(room.keys()).toEqual(["b1", "b2"]);
    patient = true;
    room.now = new Date(NOON.getTime() + seconds * 1000);
    await room.work(courier, 8);
    expect(room.keys()).toEqual(["b1", "b2", "a1", "a2", "a3"]);
    expect(await room.stateOf("a1")).toMatchObject({ status: "sent", repeat: false });
  },
);

test("a message for a later day lets today's answers pass", async () => {
  await room.write("李明", "later", { dueAt: new Date(NOON.getTime() + 86_400_000) });
  await room.write("李明", "today");
  await room.work(room.courierFor());
  expect(room.keys()).toEqual(["today"]);
});

test("a person who blocked the bot is recorded, and the next message goes its way", async () => {
  room.wire.onSend = ({ key }) =>
    key === "a1" ? Promise.reject(new Fault("channel.blocked", "blocked")) : Promise.resolve();
  await room.write("李明", "a1");
  await room.write("李明", "a2");
  await room.work(room.courierFor());
  expect(await room.stateOf("a1")).toMatchObject({ status: "failed", reason: "channel.blocked" });
  expect(room.keys()).toEqual(["a2"]);
});

test("what came too late to be of use is recorded as expired and not sent", async () => {
  await room.write("李明", "late", { expiresAt: new Date(NOON.getTime() - 1) });
  await room.work(room.courierFor());
  expect(room.keys()).toEqual([]);
  expect(await room.stateOf("late")).toMatchObject({ status: "expired", reason: "too late" });
});

test("after a crash in the middle of a call the message comes again, and says so", async () => {
  room.wire.onSend = () => new Promise(() => undefined);
  await room.write("李明", "a1");
  await room.work(room.courierFor(), 1);
  await room.db.transaction((tx) => releaseOutbox(tx, "test"));
  room.wire.onSend = () => Promise.resolve();
  await room.work(room.courierFor());
  expect(room.wire.sent.map((one) => one.mayRepeat)).toEqual([true]);
});

test("what was sent is not forgotten while the database is away", async () => {
  let away = false;
  const db = Object.create(room.db, {
    transaction: {
      value: (work_: Parameters<Db["transaction"]>[0]) =>
        away
          ? Promise.reject(Object.assign(new Error("away"), { code: "57P01" }))
          : room.db.transaction(work_),
    },
  }) as Db;
  const courier = room.courierFor([room.wire], db);
  await room.write("李明", "a1");
  await courier.round();
  await sleep(5);
  away = true;
  await expect(courier.round()).rejects.toThrow("away");
  away = false;
  await courier.recover();
  await room.work(courier);
  expect(room.keys()).toEqual(["a1"]);
  expect(await room.stateOf("a1")).toMatchObject({ status: "sent", repeat: false });
});

test("a network that hangs holds up nobody but itself", async () => {
  const slow = createWire("slow");
  slow.onSend = () => new Promise(() => undefined);
  for (let n = 0; n < 70; n += 1) await room.write(`slow/s${n}`, `s${n}`);
  await room.write("李明", "a1");
  const courier = room.courierFor([slow, room.wire]);
  await room.work(courier, 2);
  expect(room.keys()).toEqual(["a1"]);
});

test("two couriers on one database keep each conversation's order and send nothing twice", async () => {
  for (let n = 0; n < 60; n += 1) await room.write(`p${n % 3}`, `k${String(n).padStart(2, "0")}`);
  room.wire.onSend = () => sleep(1);
  const one = room.courierFor();
  const other = room.courierFor();
  await Promise.all([room.work(one, 40), room.work(other, 40)]);
  expect(new Set(room.keys()).size).toBe(60);
  expect(room.keys()).toHaveLength(60);
  for (const who of ["p0", "p1", "p2"]) {
    const own = room.wire.sent.filter((sent) => sent.conversation.endsWith(who)).map((sent) => sent.key);
    expect(own).toEqual([...own].sort());
  }
});
