import { afterEach, beforeEach, expect, test } from "vitest";
import { seen } from "#test/support/seen.ts";
import { startService, type Started } from "#test/support/started.ts";
import { openProxy, type Proxy } from "#test/support/telegram/proxy.ts";
import { telegramPerson } from "#test/support/telegram/person.ts";
import { startTelegram, type TelegramServer } from "#test/support/telegram/server.ts";

// The whole program, started by its settings alone.
let server: TelegramServer;
let proxy: Proxy;
let started: Started | undefined;
beforeEach(async () => {
  server = await startTelegram();
  proxy = await openProxy();
});
afterEach(async () => {
  await started?.close();
  started = undefined;
  await proxy.close();
  await server.close();
}, 30_000);

const start = async (more: Readonly<Record<string, string>>): Promise<void> => {
  started = await startService({
    DEMO: "0",
    FIELD_KEY: "a key for tests, long enough to be one",
    ALLOW_OVERSEAS_CHANNEL: "1",
    OVERSEAS_DECISION: "乌常办〔2026〕3号 2026-03-01",
    TELEGRAM_TOKEN: server.token,
    ...more,
  });
};
const strangerIsAnswered = async (): Promise<void> => {
  const stranger = telegramPerson(server, 77);
  stranger.says("你好");
  await seen(() => stranger.sees()[0]);
};

test("a Bot API server of one's own is spoken to in Telegram's place, and nobody else is", async () => {
  await start({
    TELEGRAM_API_ROOT: `${server.root}/`,
    HTTPS_PROXY: proxy.url,
    NODE_USE_ENV_PROXY: "1",
  });
  await strangerIsAnswered();
  expect(server.calls.map(({ method }) => method)).toEqual(
    expect.arrayContaining(["deleteWebhook", "setMyCommands", "sendMessage"]),
  );
  expect(proxy.asked()).toEqual([]);
}, 60_000);

test("Telegram itself is spoken to through the proxy of the environment", async () => {
  await start({ HTTPS_PROXY: proxy.url, NODE_USE_ENV_PROXY: "1" });
  const [asked] = await seen(() => (proxy.asked().length > 0 ? proxy.asked() : undefined));
  expect(asked).toBe("api.telegram.org:443");
}, 60_000);

test("what is said passes the proxy both ways", async () => {
  proxy.leadsTo(server.root);
  await start({
    TELEGRAM_API_ROOT: "http://telegram.internal:80",
    HTTP_PROXY: proxy.url,
    NODE_USE_ENV_PROXY: "1",
  });
  await strangerIsAnswered();
  expect(new Set(proxy.asked())).toEqual(new Set(["telegram.internal:80"]));
}, 60_000);
