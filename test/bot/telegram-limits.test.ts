import { afterEach, beforeEach, expect, test } from "vitest";
import { insertOutgoing } from "#db/queries/outbox.ts";
import { createVault } from "#db/vault.ts";
import { createFileStore } from "#src/compose/files.ts";
import { enqueue } from "#src/outbox/enqueue.ts";
import { PNG } from "#test/support/channel-contract.ts";
import { TEST_KEY } from "#test/support/city.ts";
import { readPolicy } from "#test/support/policy.ts";
import { seen } from "#test/support/seen.ts";
import { refusal } from "#test/support/telegram/calls.ts";
import { dueRow, type LimitedCity, openLimitedCity } from "#test/support/telegram/limited.ts";

let opened: LimitedCity;
beforeEach(async () => {
  opened = await openLimitedCity();
});
afterEach(() => opened.close());

const SECOND = 1_000;

test.each([
  ["from one process", 0],
  ["from two processes together", 1],
])(
  "a hundred messages due at once keep to 30 a second and one a second in a chat, %s",
  async (_from, more) => {
    const people = await opened.enrol(40);
    const { database, now } = opened.city;
    const vault = createVault(TEST_KEY);
    const due = Array.from({ length: 100 }, (_, n) => ({
      conversation: `telegram:7000001:${people[n % people.length]?.id}`,
      key: `due-${n}`,
      reply: { kind: "help.broken" } as const,
      dueAt: now,
    }));
    await database.db.transaction((tx) =>
      enqueue(tx, vault, due, { now, zone: "Asia/Shanghai", policy: readPolicy() }),
    );
    const others = await Promise.all(Array.from({ length: more }, () => opened.city.another()));
    const began = performance.now();
    for (const service of [opened.city.service, ...others]) service.tell("outbox");
    await seen(() => (opened.arrivals.length >= due.length ? true : undefined));
    expect(opened.busiestSecond()).toBeLessThanOrEqual(30);
    expect(opened.closest()).toBeGreaterThanOrEqual(SECOND);
    // Four seconds at the network's own limit: the first thirty go at once.
    expect(performance.now() - began).toBeLessThan(5_500);
  },
  30_000,
);

test("the parts of long messages count as well: thirty a second over all, one a second in a chat", async () => {
  const people = await opened.enrol(40);
  const { database, now, service } = opened.city;
  const body = createVault(TEST_KEY).seal(JSON.stringify({ text: "字".repeat(9_000), choices: [] }));
  const due = people.map(({ id }) => dueRow(id, body, now));
  await database.db.transaction((tx) => insertOutgoing(tx, due));
  service.tell("outbox");
  await seen(() => (opened.arrivals.length >= 3 * due.length ? true : undefined));
  expect(opened.busiestSecond()).toBeLessThanOrEqual(30);
  expect(opened.closest()).toBeGreaterThanOrEqual(SECOND);
}, 30_000);

test("a picture that Telegram takes for none goes as a file in a second call, a second after the first", async () => {
  const [person] = await opened.enrol(1);
  const { database, now, service } = opened.city;
  const vault = createVault(TEST_KEY);
  const conversation = `telegram:7000001:${person?.id}` as const;
  const files = createFileStore(database.db, vault, { clock: () => now, zone: "Asia/Shanghai" });
  const picture = await files.save(conversation, { name: "长图.png", type: "image/png", bytes: PNG });
  const body = vault.seal(JSON.stringify({ text: "", choices: [], attachments: [picture] }));
  const calls: { method: string; at: number }[] = [];
  opened.server.interfere = ({ method }) => {
    if (method !== "sendPhoto" && method !== "sendDocument") return undefined;
    calls.push({ method, at: performance.now() });
    return method === "sendPhoto" ? refusal(400, "Bad Request: PHOTO_INVALID_DIMENSIONS") : undefined;
  };
  await database.db.transaction((tx) => insertOutgoing(tx, [dueRow(person?.id ?? 0, body, now, true)]));
  service.tell("outbox");
  await seen(() => (calls.length > 1 ? true : undefined));
  const [first, second] = calls;
  expect(calls.map(({ method }) => method)).toEqual(["sendPhoto", "sendDocument"]);
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(SECOND);
}, 30_000);
