import { afterEach, expect, test } from "vitest";
import { seen } from "#test/support/seen.ts";
import { startService, type Started } from "#test/support/started.ts";

// The whole program, started by its settings alone.
let started: Started | undefined;
afterEach(async () => {
  await started?.close();
  started = undefined;
}, 30_000);

const page = async (path: string): Promise<string> => (await fetch(new URL(path, started?.url ?? ""))).text();

test("a puppet that is named is found and run, and that nobody is logged in yet shows", async () => {
  started = await startService({
    DEMO: "0",
    FIELD_KEY: "a key for tests, long enough to be one",
    WECHATY_PUPPET: "wechaty-puppet-mock",
  });
  await seen(async () => ((await page("/operator/wechat")).includes("正在等二维码") ? true : undefined));
  expect(await page("/metrics")).toContain('lvzhi_channel_logged_in{channel="wechat"} 0');
}, 60_000);
