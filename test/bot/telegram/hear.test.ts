import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PNG } from "#test/support/channel-contract.ts";
import { seen } from "#test/support/seen.ts";
import { openTelegramStage, type TelegramStage } from "#test/support/stages/telegram-stage.ts";
import { telegramPerson } from "#test/support/telegram/person.ts";

let stage: TelegramStage;
beforeEach(async () => {
  stage = await openTelegramStage("polling");
});
afterEach(() => stage.close());

const person = (id: number) => telegramPerson(stage.server, id);
const photo = { name: "现场.png", bytes: PNG };
const heard = (count: number) => seen(() => (stage.accepted.length >= count ? stage.accepted : undefined));
/** Brings an update again after it was confirmed. */
const bringAgain = async (update: Update): Promise<void> => {
  await seen(() => (stage.server.queue.waiting.length === 0 ? true : undefined));
  stage.server.queue.again(update);
};
const called = (method: string): number => stage.server.calls.filter((one) => one.method === method).length;

test("while a deputy's photo hangs, another is heard at once, and the photo when it comes", async () => {
  let hangs = 0;
  stage.server.interfere = ({ method }) => {
    if (method !== "getFile" || hangs > 0) return undefined;
    hangs += 1;
    return "hang";
  };
  person(50).sendsPhoto(photo, "昨天走访黄连村12户");
  person(50).says("这是照片");
  await seen(() => (hangs > 0 ? true : undefined));
  const began = performance.now();
  person(51).says("你好");
  await heard(1);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(stage.accepted.map(({ sender }) => sender)).toEqual(["telegram:7000001:51"]);
  // Nothing is confirmed that still waits.
  expect(stage.server.queue.waiting.length).toBeGreaterThanOrEqual(2);
});

test("a photo that failed is tried again; what its sender says after it waits for it, and nothing comes twice", async () => {
  let fails = 1;
  stage.server.interfere = ({ method }) =>
    method === "getFile" && (fails -= 1) >= 0 ? "hang-up" : undefined;
  person(50).sendsPhoto(photo, "昨天走访黄连村12户");
  person(50).says("这是照片");
  person(51).says("你好");
  const all = await heard(3);
  expect(all.map(({ sender }) => sender.at(-1))).toEqual(["1", "0", "0"]);
  expect(all[1]?.body).toMatchObject({ attachments: [{ type: "image/png" }] });
  await seen(() => (stage.server.queue.waiting.length === 0 ? true : undefined));
  expect(stage.accepted).toHaveLength(3);
});

test("a stop does not wait for a photo that hangs, and the photo is not lost by it", async () => {
  stage.server.interfere = ({ method }) => (method === "getFile" ? "hang" : undefined);
  person(50).sendsPhoto(photo);
  await sleep(300);
  const began = performance.now();
  await stage.channel.stop();
  expect(performance.now() - began).toBeLessThan(1_000);
  stage.server.interfere = () => undefined;
  await stage.channel.start();
  const [message] = await heard(1);
  expect(message?.body).toMatchObject({ attachments: [{ type: "image/png" }] });
});

test("what can never be stored deafens nobody, though hundreds speak after it", async () => {
  stage.onAccept = ({ sender, body }) => {
    if (sender.endsWith(":50") && body.kind === "text") throw new Error("no database can hold this");
  };
  person(50).says("存不下的话");
  for (let n = 0; n < 150; n += 1) person(100 + n).says("你好");
  await expect.poll(() => stage.accepted.length, { timeout: 40_000 }).toBe(151);
  // Its sender hears that it could not be read.
  expect(stage.accepted.filter(({ sender }) => sender.endsWith(":50")).map(({ body }) => body.kind)).toEqual([
    "unreadable",
  ]);
  expect(stage.alarms).toContain("telegram.passed-over");
}, 60_000);

test("while hundreds speak, a photo that hangs is left, its words count, and its sender is told", async () => {
  stage.server.interfere = ({ method }) => (method === "getFile" ? "hang" : undefined);
  person(50).sendsPhoto(photo, "昨天走访黄连村12户");
  for (let n = 0; n < 150; n += 1) person(100 + n).says("签到");
  await expect.poll(() => stage.accepted.length, { timeout: 8_000 }).toBe(152);
  const own = stage.accepted.filter(({ sender }) => sender.endsWith(":50")).map(({ body }) => body);
  expect(own).toEqual([
    { kind: "text", text: "昨天走访黄连村12户", attachments: [] },
    { kind: "unreadable", what: "file" },
  ]);
}, 20_000);

test("a webhook that somebody sets while the bot polls is taken away again", async () => {
  person(50).says("以前");
  await heard(1);
  stage.server.state.webhook = { url: "http://127.0.0.1:9/elsewhere", secret: "x" };
  // The question under way is answered as before; the next one is refused.
  person(51).says("中间");
  person(52).says("以后");
  const all = await seen(() =>
    new Set(stage.accepted.map(({ sender }) => sender)).size >= 3 ? true : undefined,
  );
  expect(all).toBe(true);
  expect(stage.server.state.webhook).toBeNull();
});

test("who was answered by another process is shown no typing, nor is who is delivered twice", async () => {
  stage.isAwaited = false;
  const said = person(50).says("你好");
  await heard(1);
  await bringAgain(said);
  await heard(2);
  await sleep(2_500);
  expect(called("sendChatAction")).toBe(0);
});

test("an update that comes again brings its photo no second time", async () => {
  const said = person(50).sendsPhoto(photo);
  const [first] = await heard(1);
  await bringAgain(said);
  const [, again] = await heard(2);
  expect(again?.body).toEqual(first?.body);
  expect(called("getFile")).toBe(1);
});

test("a webhook that somebody removed is announced again, and what was said meanwhile arrives", async () => {
  await stage.close();
  stage = await openTelegramStage("webhook");
  await seen(() => (called("setWebhook") > 0 ? true : undefined));
  stage.server.state.webhook = null;
  person(50).says("你好");
  await heard(1);
  expect(stage.channel.heardLately()).toMatchObject({ pending: expect.any(Number) as number });
});

test("after a quiet week Telegram numbers anew, from anywhere: what it says then is heard", async () => {
  person(50).says("以前");
  await heard(1);
  const { message } = person(51).says("中间");
  await heard(2);
  if (message === undefined) throw new TypeError("nothing was said");
  await bringAgain({ update_id: 17, message: { ...message, text: "以后" } });
  const all = await heard(3);
  expect(all[2]).toMatchObject({ externalId: "17", body: { text: "以后" } });
  await seen(() => (stage.server.queue.waiting.length === 0 ? true : undefined));
});
