import type { Message } from "grammy/types";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fastify } from "fastify";
import { webhookRoutes } from "#bot/telegram/webhook.ts";
import { readConfig } from "#src/compose/config.ts";
import { fromSlash } from "#src/text/telegram-menu.ts";
import { PNG } from "#test/support/channel-contract.ts";
import { seen } from "#test/support/seen.ts";
import { openTelegramStage } from "#test/support/stages/telegram-stage.ts";
import { telegramPerson } from "#test/support/telegram/person.ts";

type Opened = Awaited<ReturnType<typeof openTelegramStage>>;
let stage: Opened;
beforeEach(async () => {
  stage = await openTelegramStage("polling");
});
afterEach(() => stage.close());

test("an update that could not be stored is not confirmed, nor is any after it", async () => {
  const others = telegramPerson(stage.server, 43);
  stage.onAccept = () => {
    throw new Error("the database is away");
  };
  await stage.person.says("昨天走访黄连村12户");
  others.says("今天接待2人");
  await seen(() => (stage.server.queue.handedOut.size >= 3 ? true : undefined));
  expect(stage.server.queue.waiting.length).toBeGreaterThanOrEqual(2);
  stage.onAccept = () => undefined;
  await seen(() => (stage.accepted.length >= 2 ? true : undefined));
  await seen(() => (stage.server.queue.waiting.length === 0 ? true : undefined));
});

test("an edited message says what it was and what it is now", async () => {
  const person = telegramPerson(stage.server, 42);
  const said = person.says("昨天走访黄连村12户");
  person.edits(said, "昨天走访黄连村21户");
  const [first, second] = await seen(() => (stage.accepted.length === 2 ? stage.accepted : undefined));
  expect(second).toMatchObject({
    networkId: first?.networkId,
    body: { text: "昨天走访黄连村21户", edited: true },
  });
});

test("changed words under a photo come without the photo, which came the first time", async () => {
  const person = telegramPerson(stage.server, 42);
  const said = person.sendsPhoto({ name: "photo.png", bytes: PNG }, "昨天走访黄连村12户");
  person.changes(said, { caption: "昨天走访黄连村21户" });
  const [first, second] = await seen(() => (stage.accepted.length === 2 ? stage.accepted : undefined));
  expect(first?.body).toMatchObject({ attachments: [{ type: "image/png" }] });
  expect(second?.body).toEqual({ kind: "text", text: "昨天走访黄连村21户", attachments: [], edited: true });
});

test("a place that is shared live is answered once, however often it moves", async () => {
  const person = telegramPerson(stage.server, 42);
  const said = person.sends({ location: { latitude: 26.6, longitude: 106.7 } });
  for (let step = 1; step <= 3; step += 1)
    person.changes(said, { location: { latitude: 26.6 + step / 100, longitude: 106.7 } });
  person.says("帮助");
  await seen(() => (stage.accepted.length >= 2 ? true : undefined));
  expect(stage.accepted.map(({ body }) => body.kind)).toEqual(["unreadable", "text"]);
});

test.each<Partial<Message>>([
  { connected_website: "rd.example.cn" },
  { users_shared: { request_id: 1, users: [] } },
  { web_app_data: { data: "x", button_text: "x" } },
  { boost_added: { boost_count: 1 } },
  { message_auto_delete_timer_changed: { message_auto_delete_time: 60 } },
])("what Telegram itself writes into the chat is nobody's word: %j", async (content) => {
  const person = telegramPerson(stage.server, 42);
  person.sends(content);
  person.says("在吗");
  const [first] = await seen(() => (stage.accepted.length > 0 ? stage.accepted : undefined));
  expect(first?.body).toMatchObject({ text: "在吗" });
});

test("a tap is answered, so that the button stops spinning", async () => {
  const person = telegramPerson(stage.server, 42);
  person.tapsData("AAAAbbbbCCCCdddd");
  await seen(() => (stage.accepted.length === 1 && stage.server.state.taps.size === 0 ? true : undefined));
  expect(stage.accepted[0]?.body).toEqual({ kind: "choice", choice: "AAAAbbbbCCCCdddd" });
});

test("a file that is too large is said to be, and the words with it still count", async () => {
  const person = telegramPerson(stage.server, 42);
  person.sendsDocument({ name: "录像.pdf", bytes: Buffer.alloc(11 * 1024 * 1024) }, "昨天走访黄连村12户");
  await seen(() => (stage.accepted.length === 2 ? true : undefined));
  expect(stage.accepted.map((one) => one.body)).toEqual([
    { kind: "text", text: "昨天走访黄连村12户", attachments: [] },
    { kind: "unreadable", what: "file" },
  ]);
});

test("who waits longer than a second sees that something happens", async () => {
  await stage.person.says("帮助");
  await seen(() => (stage.server.calls.some((one) => one.method === "sendChatAction") ? true : undefined));
});

test("a deep link is its code, a slash its words", () => {
  expect(fromSlash("/start K7M2-9QXT")).toBe("K7M2-9QXT");
  expect(fromSlash("/start")).toBe("帮助");
  expect(fromSlash("/undo@lvzhi_bot 履-2026-00001")).toBe("撤销 履-2026-00001");
  expect(fromSlash("/nonsense")).toBe("/nonsense");
});

describe("the webhook's secret", () => {
  const SECRET = "a-secret-of-more-than-thirty-two-characters";
  test.each([undefined, "", "a", SECRET.toUpperCase(), `${SECRET}x`, SECRET.slice(0, -1)])(
    "%s is refused",
    async (given) => {
      const app = fastify();
      const taken: number[] = [];
      const take = async (update: { update_id: number }) => void taken.push(update.update_id);
      webhookRoutes(app, { path: "/hook", secret: SECRET, take });
      const headers = given === undefined ? {} : { "x-telegram-bot-api-secret-token": given };
      const answer = await app.inject({ method: "POST", url: "/hook", headers, payload: { update_id: 1 } });
      expect([answer.statusCode, taken]).toEqual([401, []]);
    },
  );
});

describe("the service refuses to start with Telegram", () => {
  const base = { FIELD_KEY: "k".repeat(32), TELEGRAM_TOKEN: "7000001:a-token-of-some-length" };
  const webhook = {
    ...base,
    ALLOW_OVERSEAS_CHANNEL: "1",
    TELEGRAM_MODE: "webhook",
    PUBLIC_URL: "https://a.example",
  };
  test.each([
    ["without the word that a channel abroad is allowed", base, /ALLOW_OVERSEAS_CHANNEL=1/u],
    ["without a secret for its webhook", webhook, /TELEGRAM_WEBHOOK_SECRET/u],
    [
      "with a short secret",
      { ...webhook, TELEGRAM_WEBHOOK_SECRET: "s".repeat(31) },
      /TELEGRAM_WEBHOOK_SECRET/u,
    ],
  ])("%s", (_why, environment, cure) => {
    expect(() => readConfig(environment)).toThrow(cure);
  });
});
