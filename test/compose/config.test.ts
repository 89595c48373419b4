import { expect, test } from "vitest";
import { readConfig } from "#src/compose/config.ts";
import { runningChannels } from "#src/compose/running-channels.ts";
import { telegramBots } from "#src/compose/telegram-bots.ts";

const model = (url: string, more: Readonly<Record<string, string>> = {}) =>
  readConfig({ MODEL_URL: url, MODEL_NAME: "a-model", ...more });

test.each([
  "http://127.0.0.1:8000/v1",
  "http://localhost:11434/v1",
  "http://10.3.0.7/v1",
  "http://172.20.1.1/v1",
  "http://[fd00::7]/v1",
  "http://models.wudang.lan/v1",
  "https://model.gz.gov.cn/v1",
])("a language model at %s stands at home", (url) => {
  expect(model(url).MODEL_URL).toBe(url);
});

test.each([
  "https://api.openai.com/v1",
  "https://8.8.8.8/v1",
  "https://172.32.0.1/v1",
  "https://gov.cn.example.com/v1",
  "https://example.com/v1?for=127.0.0.1",
  "https://127.0.0.1.example.com/v1",
  "https://[2001:db8::1]/v1",
])(
  "a language model at %s may stand abroad, and is refused until the office says that it does not",
  (url) => {
    expect(() => model(url)).toThrow("MODEL_URL may lead abroad");
    expect(
      model("https://api.model.com/v1", { MODEL_HOST_AT_HOME: "api.model.com" }).MODEL_URL,
    ).toBeDefined();
    expect(() => model(url, { MODEL_HOST_AT_HOME: "api.model.com" })).toThrow("MODEL_URL may lead abroad");
  },
);

test("a language model is an address and a name, or nothing", () => {
  expect(() => readConfig({ MODEL_URL: "http://127.0.0.1/v1" })).toThrow("MODEL_NAME is missing");
  expect(() => readConfig({ MODEL_NAME: "a-model" })).toThrow("without MODEL_URL");
  expect(() => readConfig({ MODEL_KEY: "a-key-of-some-length" })).toThrow("without MODEL_URL");
});

test("a token of WeChat without a puppet is no WeChat", () => {
  const settings = { WECHATY_TOKEN: "a-token-of-some-length", FIELD_KEY: "x".repeat(40), DEMO: "0" };
  expect(() => readConfig(settings)).toThrow("WECHATY_TOKEN is set without WECHATY_PUPPET");
});

test("a key for real work starts no demo, with the embedded database or another", () => {
  expect(readConfig({ FIELD_KEY: "x".repeat(40) }).demo).toBe(false);
  expect(readConfig({ FIELD_KEY: "x".repeat(40), DEMO: "1" }).demo).toBe(true);
  expect(readConfig({}).demo).toBe(true);
});

const telegram = (more: Readonly<Record<string, string>>) =>
  readConfig({
    FIELD_KEY: "k".repeat(40),
    ALLOW_OVERSEAS_CHANNEL: "1",
    PUBLIC_URL: "https://lvzhi.example",
    TELEGRAM_TOKEN: "7000001:a-token-of-some-length,7000002:a-token-of-some-length",
    ...more,
  });

test("several Telegram bots stand in one setting, each with its own mode and secret or with those of all", () => {
  expect(runningChannels(telegram({}))).toEqual([
    { channel: "web", bot: "main" },
    { channel: "telegram", bot: "7000001" },
    { channel: "telegram", bot: "7000002" },
  ]);
  const [first, second] = ["s".repeat(32), "t".repeat(32)];
  const mixed = telegram({
    TELEGRAM_MODE: "polling, webhook",
    TELEGRAM_WEBHOOK_SECRET: `${first},${second}`,
  });
  expect(telegramBots(mixed)).toMatchObject([{ mode: "polling" }, { mode: "webhook", secret: second }]);
  const alike = telegram({ TELEGRAM_MODE: "webhook", TELEGRAM_WEBHOOK_SECRET: first });
  expect(telegramBots(alike)).toMatchObject([{ secret: first }, { secret: first }]);
});

test.each([
  ["the same bot twice", { TELEGRAM_TOKEN: "7000001:a-token-of-length,7000001:another-token" }, /twice/u],
  ["two that have no number", { TELEGRAM_TOKEN: "a-token-without-a-number,another-token-without" }, /twice/u],
  ["a mode too many", { TELEGRAM_MODE: "polling,polling,polling" }, /one for each token/u],
  [
    "a secret that is too short beside one that is not",
    { TELEGRAM_MODE: "webhook", TELEGRAM_WEBHOOK_SECRET: `${"s".repeat(32)},short` },
    /TELEGRAM_WEBHOOK_SECRET/u,
  ],
  ["no secret", { TELEGRAM_MODE: "polling,webhook" }, /TELEGRAM_WEBHOOK_SECRET is missing/u],
])("of several Telegram bots, %s is refused", (_what, settings, reason) => {
  expect(() => telegram(settings)).toThrow(reason);
});

test.each(["ab+/cd==".repeat(5), "s".repeat(31), "s".repeat(257), "乌".repeat(40)])(
  "a webhook secret that Telegram would refuse is refused at the start, with the cure: %s",
  (secret) => {
    expect(() => telegram({ TELEGRAM_WEBHOOK_SECRET: secret })).toThrow(/TELEGRAM_WEBHOOK_SECRET.*openssl/u);
  },
);

test("a token goes in clear to nobody but a Bot API server of one's own network", () => {
  for (const near of [
    "http://127.0.0.1:8081",
    "http://10.1.2.3",
    "http://bot-api:8081",
    "https://api.example.com",
  ])
    expect(telegram({ TELEGRAM_API_ROOT: near }).TELEGRAM_API_ROOT).toBe(near);
  for (const far of ["http://api.example.com", "http://8.8.8.8:8081", "http://bots.example.cn"])
    expect(() => telegram({ TELEGRAM_API_ROOT: far })).toThrow(
      "TELEGRAM_API_ROOT would send the tokens in clear",
    );
});
