import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { mock, PuppetMock } from "wechaty-puppet-mock";
import { afterAll, expect, test } from "vitest";
import { createSession } from "#bot/wechat/session.ts";
import { silentLog } from "#test/support/silent-log.ts";

const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-wechat-session-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const nothing = (): void => undefined;

test("a process that leads no more while its puppet is starting ends in time, and stops the puppet once it has", async () => {
  const puppet = new PuppetMock({ mocker: new mock.Mocker() });
  let isStopped = false;
  puppet.onStart = () => sleep(3_000);
  puppet.onStop = () => {
    isStopped = true;
    return Promise.resolve();
  };
  const session = createSession({
    puppet,
    memory: path.join(folder, "wechat"),
    clock: () => new Date(),
    log: silentLog,
    show: nothing,
    heard: nothing,
    loggedIn: nothing,
    missed: nothing,
  });
  await session.prepare();
  const over = new AbortController();
  const led = session.run(over.signal);
  await sleep(300);
  over.abort();
  const began = performance.now();
  await led;
  expect(performance.now() - began).toBeLessThan(2_000);
  await session.ended();
  expect(isStopped).toBe(true);
}, 20_000);
