import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Fault } from "#src/kernel/fault.ts";
import { openPostRoom, type PostRoom } from "#test/support/post-room.ts";

let room: PostRoom;
beforeAll(async () => {
  room = await openPostRoom();
});
beforeEach(() => room.clear());
afterAll(() => room.close());

const later = (ms: number): void => {
  room.now = new Date(room.now.getTime() + ms);
};

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

test("seventy files that hang take no more than a share of the hands: whoever asks for words is answered", async () => {
  room.wire.onSend = ({ key }) => (key.startsWith("file") ? new Promise(() => undefined) : Promise.resolve());
  for (let n = 0; n < 70; n += 1) await room.write(`人${n}`, `file-${n}`, { reply: FILE });
  const courier = room.courierFor();
  await room.work(courier, 3);
  await room.write("王芳", "answer");
  await room.work(courier, 2);
  expect(room.keys()).toEqual(["answer"]);
  const [row] = await room.db.execute(sql`select count(*)::int n from outbox where status = 'sending'`);
  expect(row).toEqual({ n: 16 });
});
