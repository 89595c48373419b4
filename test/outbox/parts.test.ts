import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { LEASE_SECONDS } from "#db/queries/lease-seconds.ts";
import { Fault } from "#src/kernel/fault.ts";
import { openPostRoom, type PostRoom } from "#test/support/post-room.ts";
import { createWire } from "#test/support/wire.ts";

let room: PostRoom;
beforeAll(async () => {
  room = await openPostRoom();
});
beforeEach(() => room.clear());
afterAll(() => room.close());

const calls = (): string[] =>
  room.wire.sent.map(({ key, part, mayRepeat }) => `${key}/${part}${mayRepeat ? " again" : ""}`);
const later = (ms: number): void => {
  room.now = new Date(room.now.getTime() + ms);
};

test("a message of several parts is sent in order and whole before the next one to the same person", async () => {
  room.wire.partsOf = ({ key }) => (key === "long" ? 3 : 1);
  await room.write("李明", "long");
  await room.write("李明", "next");
  await room.work(room.courierFor(), 10);
  expect(calls()).toEqual(["long/0", "long/1", "long/2", "next/0"]);
  expect(await room.stateOf("long")).toMatchObject({ status: "sent", repeat: false });
});

test("of a message that broke off, only the part that may have arrived is marked", async () => {
  let breaks = true;
  room.wire.partsOf = () => 3;
  room.wire.onSend = ({ part }) => {
    if (part !== 1 || !breaks) return Promise.resolve();
    breaks = false;
    return Promise.reject(new Fault("channel.unreachable", "no answer"));
  };
  await room.write("李明", "long");
  const courier = room.courierFor();
  await room.work(courier);
  later(2_000);
  await room.work(courier);
  expect(calls()).toEqual(["long/0", "long/1 again", "long/2"]);
  expect(await room.stateOf("long")).toMatchObject({ status: "sent", repeat: true });
});

test("a part whose claim was never heard of, for the answer to the commit was lost, goes out unmarked", async () => {
  let isLost = false;
  const losing: Pick<Db, "transaction"> = {
    transaction: async (...work) => {
      const done = await room.db.transaction(...work);
      if (!isLost) return done;
      isLost = false;
      throw Object.assign(new Error("cut off"), { code: "CONNECTION_CLOSED" });
    },
  };
  room.wire.partsOf = () => 2;
  await room.write("李明", "long");
  const courier = room.courierFor([room.wire], Object.assign(Object.create(room.db), losing) as Db);
  await room.work(courier, 1);
  isLost = true;
  await expect(courier.round()).rejects.toThrow("cut off");
  await courier.recover();
  await room.work(courier, 3);
  expect(calls()).toEqual(["long/0", "long/1"]);
});

test("another process goes on where a dead one stopped, and marks what that may have sent", async () => {
  room.wire.partsOf = () => 2;
  room.wire.onSend = ({ part }) => (part === 1 ? new Promise(() => undefined) : Promise.resolve());
  await room.write("李明", "long");
  await room.work(room.courierFor());
  await room.db.execute(sql`update outbox set lease_until = now() - interval '1 second'`);
  room.wire.onSend = () => Promise.resolve();
  await room.work(room.courierFor());
  expect(calls()).toEqual(["long/0", "long/1 again"]);
});

test("a network that cannot be reached has nothing marked: nothing left the house", async () => {
  let away = true;
  room.wire.onSend = () => (away ? Promise.reject(new Fault("channel.away", "away")) : Promise.resolve());
  await room.write("李明", "a1");
  const courier = room.courierFor();
  await room.work(courier);
  away = false;
  later(2_000);
  await room.work(courier);
  expect(calls()).toEqual(["a1/0"]);
  expect(await room.stateOf("a1")).toMatchObject({ status: "sent", repeat: false });
});

test("each part of a message takes from what the network allows in a second", async () => {
  const wire = Object.assign(createWire(), { pace: { perSecond: 5 } });
  const at: number[] = [];
  wire.partsOf = () => 3;
  wire.onSend = () => Promise.resolve(void at.push(performance.now()));
  for (let n = 0; n < 6; n += 1) await room.write(`p${n}`, `k${n}`);
  const courier = room.courierFor([wire]);
  const began = performance.now();
  while (at.length < 18 && performance.now() - began < 8_000) await room.work(courier, 1);
  const busiest = Math.max(...at.map((from) => at.filter((one) => one >= from && one < from + 1_000).length));
  expect([at.length, busiest]).toEqual([18, 5]);
}, 15_000);

test("a file that takes longer than a lease is sent once: its message is held while the call runs", async () => {
  const arrived: string[] = [];
  room.wire.onSend = async ({ key, signal }) => {
    await sleep((LEASE_SECONDS + 1) * 1_000, undefined, { signal });
    arrived.push(key);
  };
  await room.write("李明", "file");
  const [one, other] = [room.courierFor(), room.courierFor()];
  const began = performance.now();
  while (arrived.length === 0 && performance.now() - began < 15_000) {
    await Promise.all([one.round(), other.round()]);
    await sleep(200);
  }
  await Promise.all([room.work(one, 2), room.work(other, 2)]);
  expect(arrived).toEqual(["file"]);
  expect(await room.stateOf("file")).toMatchObject({ status: "sent", repeat: false });
}, 30_000);

test("a call is given up as soon as its message is another process's", async () => {
  let given: AbortSignal | undefined;
  room.wire.onSend = ({ signal }) => {
    given = signal;
    return new Promise(() => undefined);
  };
  await room.write("李明", "a1");
  const courier = room.courierFor();
  await room.work(courier, 1);
  await room.db.execute(sql`update outbox set lease_token = 0`);
  await sleep(3_100);
  await room.work(courier, 1);
  expect(given?.aborted).toBe(true);
}, 10_000);
