import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
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
