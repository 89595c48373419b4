import { Api } from "grammy";
import { expect, test } from "vitest";
import { createTyping } from "#bot/telegram/typing.ts";
import { seen } from "#test/support/seen.ts";

test("a channel that was stopped and is started again shows typing to whoever waits", async () => {
  const shown: number[] = [];
  const fetch: typeof globalThis.fetch = (_url, init) => {
    const { chat_id: chat } = JSON.parse(typeof init?.body === "string" ? init.body : "{}") as {
      chat_id: number;
    };
    shown.push(chat);
    return Promise.resolve(Response.json({ ok: true, result: true }));
  };
  const client = {
    api: () => new Api("1:token", { fetch }),
    download: () => Promise.reject(new Error("none")),
  };
  const typing = createTyping(client, () => Promise.resolve(true));
  typing.expect(50);
  typing.stop();
  typing.expect(51);
  expect(await seen(() => shown[0])).toBe(51);
  typing.stop();
});
