import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Fault } from "#src/kernel/fault.ts";
import { openPostRoom, type PostRoom } from "#test/support/post-room.ts";

let room: PostRoom;
beforeAll(async () => {
  room = await openPostRoom();
});
beforeEach(() => room.clear());
afterAll(() => room.close());

test("news that could not be sent by evening waits for the morning; answers go on at night, past it", async () => {
  let away = true;
  room.wire.onSend = () =>
    away ? Promise.reject(new Fault("channel.unreachable", "away")) : Promise.resolve();
  await room.write("李明", "news", { unasked: true });
  const courier = room.courierFor();
  await room.work(courier);
  expect(await room.stateOf("news")).toMatchObject({ status: "new", repeat: true });
  away = false;
  room.now = new Date("2026-09-16T22:30:00+08:00");
  await room.work(courier);
  await room.write("李明", "answer");
  await room.work(courier);
  expect(room.keys()).toEqual(["answer"]);
  room.now = new Date("2026-09-17T07:59:59+08:00");
  await room.work(courier);
  expect(room.keys()).toEqual(["answer"]);
  room.now = new Date("2026-09-17T08:00:00+08:00");
  await room.work(courier);
  expect(room.keys()).toEqual(["answer", "news"]);
});
