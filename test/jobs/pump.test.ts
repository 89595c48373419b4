import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createPump } from "#jobs/pump.ts";
import { silentLog } from "#test/support/silent-log.ts";

test("a round that fails is made good, then tried again", async () => {
  const seen: string[] = [];
  const pump = createPump({
    name: "test",
    log: silentLog,
    recover: () => Promise.resolve(void seen.push("recover")),
    round: () => {
      seen.push("round");
      return seen.length === 1 ? Promise.reject(new Error("away")) : Promise.resolve(0);
    },
  });
  pump.start();
  await expect.poll(() => seen, { timeout: 5_000 }).toEqual(["round", "recover", "round"]);
  await pump.stop();
});

test("a sleeping pump works as soon as it is woken, and ends when it is told to", async () => {
  let rounds = 0;
  const pump = createPump({
    name: "test",
    log: silentLog,
    idleMs: 60_000,
    recover: () => Promise.resolve(),
    round: () => {
      rounds += 1;
      return Promise.resolve(0);
    },
  });
  pump.start();
  await sleep(20);
  pump.wake();
  await expect.poll(() => rounds, { timeout: 5_000 }).toBe(2);
  await pump.stop();
});

test("with LOG_LEVEL=debug each round that did something is told, and no other", async () => {
  const told: unknown[] = [];
  let left = 2;
  const pump = createPump({
    name: "test",
    log: {
      ...silentLog,
      debug: (event, facts) => {
        silentLog.debug(event, facts);
        told.push([event, facts]);
      },
    },
    recover: () => Promise.resolve(),
    round: () => Promise.resolve(left > 0 ? left-- : 0),
  });
  pump.start();
  await expect.poll(() => left).toBe(0);
  await pump.stop();
  expect(told).toEqual([
    ["test.round", { done: 2 }],
    ["test.round", { done: 1 }],
  ]);
});

test.each([
  [true, ["first", "last"]],
  [false, ["first"]],
])("what a pump is woken for while it ends is done as well, where it drains (%s)", async (drains, done) => {
  const seen: string[] = [];
  let end: () => void = () => undefined;
  const pump = createPump({
    name: "test",
    log: silentLog,
    ...(drains ? { drains } : {}),
    recover: () => Promise.resolve(),
    round: async () => {
      seen.push(seen.length === 0 ? "first" : "last");
      if (seen.length === 1) await new Promise<void>((resolve) => (end = resolve));
      return 0;
    },
  });
  pump.start();
  await sleep(20);
  const stopped = pump.stop();
  pump.wake();
  end();
  await stopped;
  expect(seen).toEqual(done);
});
