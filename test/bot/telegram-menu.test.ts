import { afterEach, describe, expect, test } from "vitest";
import { TELEGRAM_MENU } from "#src/text/telegram-menu.ts";
import { seen } from "#test/support/seen.ts";
import { openTelegramStage } from "#test/support/stages/telegram-stage.ts";
import { refusal } from "#test/support/telegram/calls.ts";
import { openTelegramCity } from "#test/support/telegram/city.ts";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

const COMMANDS = Object.entries(TELEGRAM_MENU);

test("the menu keeps to what Telegram takes: Latin names, a description, no more than a hundred", () => {
  for (const [name, [, description]] of COMMANDS) {
    expect(name).toMatch(/^[a-z0-9_]{1,32}$/u);
    expect(description.length).toBeGreaterThan(0);
    expect(description.length).toBeLessThanOrEqual(256);
  }
  expect(COMMANDS.length).toBeLessThanOrEqual(100);
});

describe.each(["polling", "webhook"] as const)("heard by %s", (by) => {
  test("the bot shows its menu of commands, each with what it does in Chinese", async () => {
    const stage = await openTelegramStage(by);
    open.push(stage.close);
    const call = await seen(() => stage.server.calls.find(({ method }) => method === "setMyCommands"));
    expect(call.payload["commands"]).toEqual(
      COMMANDS.map(([command, [, description]]) => ({ command, description })),
    );
  });
});

test("where the menu is refused the bot hears all the same", async () => {
  const stage = await openTelegramStage("polling");
  open.push(stage.close);
  await seen(() => stage.server.calls.find(({ method }) => method === "setMyCommands"));
  await stage.channel.stop();
  let refused = 0;
  stage.server.interfere = ({ method }) => {
    if (method !== "setMyCommands") return undefined;
    refused += 1;
    return refusal(400, "Bad Request: BOT_COMMAND_INVALID");
  };
  await stage.channel.start();
  await stage.person.says("帮助");
  await seen(() => (stage.accepted.length > 0 ? true : undefined));
  expect(refused).toBe(1);
});

test("a command tapped in the menu is answered as its words are", async () => {
  const opened = await openTelegramCity("2026-11-20T10:00:00+08:00");
  open.push(opened.close);
  const phone = await opened.bound(42, "李明");
  // How much is kept of what was said grows with each question.
  const answers = async (text: string): Promise<string> =>
    (await opened.answerTo(phone, () => phone.says(text))).replace(/聊天原文\d+条/u, "聊天原文");
  const unknown = await answers("/nonsense");
  for (const [command, [words]] of COMMANDS) {
    const answer = await answers(`/${command}`);
    expect([command, answer]).toEqual([command, await answers(words)]);
    expect(answer).not.toBe(unknown);
  }
});

test("whoever follows a deep link is known by the code in it", async () => {
  const opened = await openTelegramCity("2026-11-20T10:00:00+08:00");
  open.push(opened.close);
  const phone = await opened.linked(42, "李明");
  expect(phone.sees()[0]?.text).toContain("李明");
  expect(await opened.answerTo(phone, () => phone.says("11月18日走访黄连村12户"))).toContain("12户");
});
