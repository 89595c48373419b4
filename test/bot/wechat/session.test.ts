import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { mock, PuppetMock } from "wechaty-puppet-mock";
import { afterAll, expect, test } from "vitest";
import { createSession } from "#bot/wechat/session.ts";
import { seen } from "#test/support/seen.ts";
import { silentLog } from "#test/support/silent-log.ts";

const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-wechat-session-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const nothing = (): void => undefined;
const PARTS = {
  memory: path.join(folder, "wechat"),
  clock: () => new Date(),
  log: silentLog,
  show: nothing,
  heard: nothing,
  loggedIn: nothing,
  missed: nothing,
};

test("a process that leads no more while its puppet is starting ends in time, and stops the puppet once it has", async () => {
  const puppet = new PuppetMock({ mocker: new mock.Mocker() });
  let isStopped = false;
  puppet.onStart = () => sleep(3_000);
  puppet.onStop = () => {
    isStopped = true;
    return Promise.resolve();
  };
  const session = createSession({ ...PARTS, puppet });
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

test("leadership that is lost and won in quick turns never has two log-ins at once", async () => {
  let [running, most] = [0, 0];
  const session = createSession({
    ...PARTS,
    // As from its npm name: each log-in has a puppet of its own.
    get puppet() {
      const puppet = new PuppetMock({ mocker: new mock.Mocker() });
      puppet.onStart = () => {
        running += 1;
        most = Math.max(most, running);
        return Promise.resolve();
      };
      puppet.onStop = async () => {
        await sleep(2_500);
        running -= 1;
      };
      return puppet;
    },
  });
  await session.prepare();
  for (let turn = 0; turn < 3; turn += 1) {
    const over = new AbortController();
    const led = session.run(over.signal);
    await sleep(300);
    over.abort();
    await led;
  }
  const over = new AbortController();
  const led = session.run(over.signal);
  await seen(() => (session.logIn().state === "waiting" && running === 1 ? true : undefined));
  over.abort();
  await led;
  await session.ended();
  expect([most, running]).toEqual([1, 0]);
}, 30_000);

test("a puppet that does not start, because its provider is away, is an alarm and is started again", async () => {
  const alarms: string[] = [];
  let starts = 0;
  const session = createSession({
    ...PARTS,
    log: { ...silentLog, error: (event) => void alarms.push(event) },
    get puppet() {
      const puppet = new PuppetMock({ mocker: new mock.Mocker() });
      puppet.onStart = () => {
        starts += 1;
        return starts === 1 ? Promise.reject(new Error("connect ECONNREFUSED")) : Promise.resolve();
      };
      return puppet;
    },
  });
  const over = new AbortController();
  const led = session.run(over.signal);
  await expect.poll(() => starts, { timeout: 45_000 }).toBe(2);
  expect(alarms).toContain("wechat.failed");
  over.abort();
  await led;
  await session.ended();
}, 60_000);

test("a puppet that comes back from no restart of its own is started again", async () => {
  const puppets: PuppetMock[] = [];
  const session = createSession({
    ...PARTS,
    get puppet() {
      const puppet = new PuppetMock({ mocker: new mock.Mocker() });
      puppets.push(puppet);
      return puppet;
    },
  });
  const over = new AbortController();
  const led = session.run(over.signal);
  await seen(() => (puppets[0]?.state.active() === true ? true : undefined));
  await puppets[0]?.stop();
  await expect.poll(() => puppets[1]?.state.active(), { timeout: 45_000 }).toBe(true);
  over.abort();
  await led;
  await session.ended();
}, 60_000);

test("a log-in whose own contact cannot be had in that moment is made anew, and then answers", async () => {
  let starts = 0;
  const session = createSession({
    ...PARTS,
    get puppet() {
      const mocker = new mock.Mocker();
      const puppet = new PuppetMock({ mocker });
      starts += 1;
      const isFirst = starts === 1;
      const known = puppet.contactRawPayload.bind(puppet);
      puppet.contactRawPayload = (id) => (isFirst ? Promise.reject(new Error("busy")) : known(id));
      mocker.use(() => {
        mocker.login(mocker.createContact({ name: "人大办" }));
        return nothing;
      });
      return puppet;
    },
  });
  await session.prepare();
  const over = new AbortController();
  const led = session.run(over.signal);
  await expect.poll(() => session.current() !== null, { timeout: 45_000, interval: 100 }).toBe(true);
  expect(starts).toBe(2);
  over.abort();
  await led;
  await session.ended();
}, 60_000);
