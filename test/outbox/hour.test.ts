import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Fault } from "#src/kernel/fault.ts";
import { openPostRoom, type PostRoom } from "#test/support/post-room.ts";
import { createWire } from "#test/support/wire.ts";

let room: PostRoom;
beforeAll(async () => {
  room = await openPostRoom();
});
beforeEach(() => room.clear());
afterAll(() => room.close());

// Four an hour, of which one may come at once.
const limited = () => Object.assign(createWire(), { pace: { perSecond: 30, perHour: 4 } });

test("a process that takes over goes on with the hour as the one before has left it", async () => {
  await room.write("李明", "a1");
  const before = limited();
  await room.work(room.courierFor([before]), 3);
  expect(room.keys(before)).toEqual(["a1"]);
  await room.write("王芳", "b1");
  const after = limited();
  await room.work(room.courierFor([after]), 3);
  expect(room.keys(after)).toEqual([]);
});

test("one that only stood by meanwhile learns the hour when it begins to send", async () => {
  let sends = false;
  const after = { ...limited(), canSend: () => sends };
  const courier = room.courierFor([after]);
  await room.work(courier, 1);
  await room.write("李明", "a1");
  await room.work(room.courierFor([limited()]), 3);
  sends = true;
  await room.write("王芳", "b1");
  await room.work(courier, 3);
  expect(await room.stateOf("b1")).toMatchObject({ status: "new" });
});

test("what waited for a provider that was away has taken nothing of the hour", async () => {
  for (const who of ["李明", "王芳", "张伟"]) await room.write(who, `for ${who}`);
  const before = limited();
  before.onSend = () => Promise.reject(new Fault("channel.away", "nothing left"));
  await room.work(room.courierFor([before]), 6);
  await room.write("赵静", "d1");
  const after = limited();
  await room.work(room.courierFor([after]), 6);
  expect(room.keys(after)).toEqual(["d1"]);
});

/** A notice of two parts of which one went before the hour was short: six at once, the last two for answers. */
async function begunNews() {
  const wire = Object.assign(createWire(), { pace: { perSecond: 30, perHour: 24, gapMs: 1 } });
  wire.partsOf = ({ key }) => (key === "news:1" ? 2 : 1);
  for (const who of ["王芳", "赵静", "张伟"]) await room.write(who, `for ${who}`);
  await room.write("李明", "news:1", { unasked: true });
  const courier = room.courierFor([wire]);
  const work = async (): Promise<void> => {
    for (let n = 0; n < 8; n += 1) {
      await room.work(courier, 1);
      await sleep(30);
    }
  };
  await work();
  return { wire, work };
}

test("an answer does not wait behind the second part of news that has begun, while the hour is short", async () => {
  const { wire, work } = await begunNews();
  await room.write("李明", "answer");
  await work();
  expect(room.keys(wire)).toContain("answer");
});

test("news that has begun takes nothing of what is kept for the answers of others", async () => {
  const { wire, work } = await begunNews();
  await room.write("赵静", "answer");
  await work();
  expect(room.keys(wire)).toContain("answer");
  expect(await room.stateOf("news:1")).toMatchObject({ status: "new" });
});
