import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createClient } from "#bot/telegram/client.ts";
import { createHearing, type Hearing } from "#bot/telegram/hearing.ts";
import { keepWebhook } from "#bot/telegram/keep-webhook.ts";
import { seen } from "#test/support/seen.ts";
import { silentLog } from "#test/support/silent-log.ts";
import { startTelegram, type TelegramServer } from "#test/support/telegram/server.ts";

const HOOK = { url: "https://example.test/api/telegram/7000001", secret: "x".repeat(32), lookMs: 20 };

let server: TelegramServer;
let hearing: Hearing;
/** What Telegram says of the webhook. */
let info: { pending_update_count: number; last_error_date?: number };
let looks: number;
let end: () => Promise<void>;
beforeEach(async () => {
  server = await startTelegram();
  hearing = createHearing();
  hearing.begin();
  [info, looks] = [{ pending_update_count: 0 }, 0];
  server.interfere = ({ method }) => {
    if (method !== "getWebhookInfo") return undefined;
    looks += 1;
    return { status: 200, body: { ok: true, result: { url: HOOK.url, ...info } } };
  };
  const ending = new AbortController();
  const parts = { client: createClient(server.token, server.root), random: () => 0, log: silentLog, hearing };
  const kept = keepWebhook(parts, HOOK, ending.signal);
  end = async () => {
    ending.abort();
    await kept;
  };
});
afterEach(async () => {
  await end();
  await server.close();
});

/** Telegram is asked so many times more. */
async function asked(times: number): Promise<void> {
  const enough = looks + times;
  await seen(() => (looks >= enough ? true : undefined));
  await sleep(20);
}
const silentMs = (): number => hearing.now()?.silentMs ?? 0;

test("a webhook to which every delivery fails, once in many looks, is silent until one arrives", async () => {
  await asked(2);
  const before = performance.now();
  info = { pending_update_count: 3, last_error_date: 1_000 };
  await asked(10);
  info = { pending_update_count: 3, last_error_date: 1_060 };
  await asked(10);
  // Since the failures began, not since the last of them.
  expect(silentMs()).toBeGreaterThanOrEqual(performance.now() - before - 20);
  info = { pending_update_count: 0, last_error_date: 1_060 };
  await asked(2);
  expect(silentMs()).toBeLessThan(performance.now() - before);
  expect(hearing.now()?.failures).toBe(2);
});

test("a webhook that failed long ago, and where something is always on its way, is no silence", async () => {
  info = { pending_update_count: 0, last_error_date: 1_000 };
  await asked(2);
  const before = performance.now();
  info = { pending_update_count: 2, last_error_date: 1_000 };
  await asked(10);
  expect(silentMs()).toBeLessThan(performance.now() - before);
});

test("a failure that Telegram tells of no more, as after the webhook was set anew, is none", async () => {
  info = { pending_update_count: 0, last_error_date: 1_000 };
  await asked(2);
  const before = performance.now();
  info = { pending_update_count: 2 };
  await asked(3);
  expect(hearing.now()?.failures).toBe(0);
  expect(silentMs()).toBeLessThan(performance.now() - before);
});
