import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventually } from "#test/support/eventually.ts";
import { openTelegramStage } from "#test/support/stages/telegram-stage.ts";
import { seen } from "#test/support/seen.ts";
import { sendWhole } from "#test/support/send-whole.ts";
import { refusal } from "#test/support/telegram/calls.ts";
import { openTelegramCity, type TelegramCity } from "#test/support/telegram/city.ts";
import type { TelegramPerson } from "#test/support/telegram/person.ts";

describe("a refusal that says that nobody is there any more is no reason to try again", () => {
  let stage: Awaited<ReturnType<typeof openTelegramStage>>;
  beforeEach(async () => {
    stage = await openTelegramStage("polling");
  });
  afterEach(() => stage.close());
  const send = () =>
    sendWhole(stage.channel, {
      conversation: stage.conversation,
      key: "k1",
      kind: "help.menu",
      text: "您好",
      choices: [],
      attachments: [],
    });
  const calls = (): unknown[] =>
    stage.server.calls
      .filter(({ method }) => method === "sendMessage")
      .map(({ payload }) => payload["chat_id"]);

  test.each([
    [403, "Forbidden: user is deactivated"],
    [403, "Forbidden: bot was blocked by the user"],
    [403, "Forbidden: bot can't initiate conversation with a user"],
    [400, "Bad Request: chat not found"],
    [400, "Bad Request: PEER_ID_INVALID"],
    [400, "Bad Request: user is deactivated"],
  ])("%i %s", async (status, description) => {
    stage.server.interfere = ({ method }) =>
      method === "sendMessage" ? refusal(status, description) : undefined;
    await expect(send()).rejects.toMatchObject({ code: "channel.blocked" });
  });

  test("a chat that has become a group is not followed: what one person is told, others do not read", async () => {
    stage.server.state.moved.set(42, -1_001_234_567_890);
    await expect(send()).rejects.toMatchObject({ code: "channel.blocked" });
    expect([calls(), stage.server.state.messages]).toEqual([[42], []]);
  });

  test("chats that point at each other are each asked once", async () => {
    stage.server.state.moved.set(42, 43).set(43, 42);
    await expect(send()).rejects.toMatchObject({ code: "channel.blocked" });
    expect(calls()).toEqual([42, 43]);
  });
});

describe("a deputy with the web chat beside Telegram", () => {
  let opened: TelegramCity;
  let phone: TelegramPerson;
  beforeEach(async () => {
    opened = await openTelegramCity("2026-11-20T10:00:00+08:00");
    phone = await opened.bound(42, "李明");
  });
  afterEach(() => opened.close());

  async function announce(day: number): Promise<void> {
    const clerk = opened.city.person("刘敏");
    await clerk.says(`发布活动 11月${day}日上午9点 羊昌镇代表小组 小组活动`);
    await clerk.says("对");
  }
  const onWeb = (): number =>
    opened.city
      .person("李明")
      .heard()
      .filter(({ kind }) => kind === "activity.invited").length;
  const asked = (): number =>
    opened.server.calls.filter(
      ({ method, payload }) => method === "sendMessage" && payload["chat_id"] === phone.id,
    ).length;
  const unsent = async (): Promise<readonly unknown[]> => [
    ...(await opened.city.database.db.execute(sql`
      select reason, attempts from outbox where conversation = 'telegram:7000001:42' and status <> 'sent'`)),
  ];

  test.each([
    ["has deleted the Telegram account", () => opened.server.state.deleted.add(42)],
    ["has a chat there that became a group", () => opened.server.state.moved.set(42, -1_001_234_567_890)],
  ])("who %s gets the invitation on the web, and Telegram is asked once for all", async (_how, happens) => {
    const before = asked();
    happens();
    await announce(25);
    await seen(() => (onWeb() === 1 ? true : undefined));
    await announce(26);
    await seen(() => (onWeb() === 2 ? true : undefined));
    expect(asked() - before).toBe(1);
    expect(await unsent()).toEqual([]);
  });

  test("whose answer finds the account deleted is not written to again and again", async () => {
    opened.server.state.deleted.add(42);
    phone.says("帮助");
    await eventually(async () => {
      expect(await unsent()).toEqual([{ reason: "channel.blocked", attempts: 1 }]);
    });
  });

  test("whose chat moved to another of his own is written to there", async () => {
    opened.server.state.moved.set(42, 4242);
    await announce(25);
    await seen(() => (opened.server.state.messages.some(({ chat }) => chat === 4242) ? true : undefined));
    expect([onWeb(), await unsent()]).toEqual([0, []]);
  });
});
