import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { LEASE_SECONDS } from "#db/queries/inbox.ts";
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

const FILE = {
  kind: "data.exported",
  file: { id: "f", name: "我的数据.zip", type: "application/zip" },
  files: 0,
  left: 0,
} as const;
/** 李明 waits for a file, whose message is due. */
const writeFile = (): Promise<void> => room.write("李明", "file", { reply: FILE });

test("a file that never gets an answer is sent three times at most, and holds up nobody's next answer", async () => {
  let tries = 0;
  room.wire.onSend = ({ key }) => {
    if (key !== "file") return Promise.resolve();
    tries += 1;
    return Promise.reject(new Fault("channel.file-unsure", "no answer"));
  };
  await writeFile();
  await room.write("李明", "next");
  const courier = room.courierFor();
  await room.work(courier);
  // What follows it passes at once.
  expect(room.keys()).toEqual(["next"]);
  for (let n = 0; n < 10; n += 1) {
    await room.work(courier, 2);
    later(3_600_000);
  }
  expect(tries).toBe(3);
  expect(await room.stateOf("file")).toMatchObject({ status: "failed", reason: "channel.file-unsure" });
  // Whoever waits for it hears that it is not coming, and what to do.
  expect(room.keys()).toEqual(["next", "lost:file"]);
  expect(room.wire.sent.at(-1)?.text).toContain("没能发到");
});

test("a file that what stands before the network keeps sending back is tried on and on, counts as no doubt, and holds up nothing", async () => {
  let tries = 0;
  room.wire.onSend = ({ key }) => {
    if (key !== "file") return Promise.resolve();
    tries += 1;
    return tries > 9 ? Promise.resolve() : Promise.reject(new Fault("channel.file-away", "502"));
  };
  await writeFile();
  await room.write("李明", "next");
  const courier = room.courierFor();
  await room.work(courier);
  expect(room.keys()).toEqual(["next"]);
  for (let n = 0; n < 12; n += 1) {
    later(700_000);
    await room.work(courier, 2);
  }
  expect(await room.stateOf("file")).toMatchObject({ status: "sent", repeat: true });
  expect(room.keys()).toEqual(["next", "file"]);
});

test("a deputy whose file is refused hears of it in the morning, not at night", async () => {
  room.now = new Date("2026-09-16T23:00:00+08:00");
  room.wire.onSend = ({ key }) =>
    key === "file" ? Promise.reject(new Fault("channel.refused", "too large")) : Promise.resolve();
  await writeFile();
  const courier = room.courierFor();
  await room.work(courier);
  expect(room.keys()).toEqual([]);
  later(9 * 3_600_000);
  await room.work(courier);
  expect(room.keys()).toEqual(["lost:file"]);
});

test("a file reaches its deputy though the network gave no answer to it for a quarter of an hour", async () => {
  let isAway = true;
  room.wire.onSend = () =>
    isAway ? Promise.reject(new Fault("channel.file-unsure", "Telegram answered 502.")) : Promise.resolve();
  await room.write("李明", "file");
  const courier = room.courierFor();
  for (let n = 0; n < 15; n += 1) {
    await room.work(courier, 2);
    later(60_000);
  }
  isAway = false;
  for (let n = 0; n < 4; n += 1) {
    later(3_600_000);
    await room.work(courier, 2);
  }
  expect(await room.stateOf("file")).toMatchObject({ status: "sent" });
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
