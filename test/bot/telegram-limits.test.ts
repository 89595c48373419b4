import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { insertOutgoing } from "#db/queries/outbox.ts";
import { createVault } from "#db/vault.ts";
import { enqueue } from "#src/outbox/enqueue.ts";
import { TEST_KEY } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";
import { refusal } from "#test/support/telegram/calls.ts";
import { openTelegramCity, type TelegramCity } from "#test/support/telegram/city.ts";
import type { TelegramPerson } from "#test/support/telegram/person.ts";
import { readPolicy } from "#test/support/policy.ts";

// What arrives at the network, told by the network: each call that carries a message, refused or not.
type Arrival = { readonly chat: number; readonly at: number };
let opened: TelegramCity;
let arrivals: Arrival[];
let refuse: (chat: number) => ReturnType<typeof refusal> | undefined;
let clock: NodeJS.Timeout;
const START = Date.parse("2026-11-20T10:00:00+08:00");

beforeEach(async () => {
  opened = await openTelegramCity(new Date(START).toISOString(), { limits: true });
  arrivals = [];
  refuse = () => undefined;
  opened.server.interfere = ({ method, payload }) => {
    if (method !== "sendMessage") return undefined;
    const chat = Number(payload["chat_id"]);
    arrivals.push({ chat, at: performance.now() });
    return refuse(chat);
  };
  const began = performance.now();
  // What is to be tried again waits on the district's clock.
  clock = setInterval(() => {
    opened.city.now = new Date(START + performance.now() - began);
  }, 20);
});
afterEach(async () => {
  clearInterval(clock);
  await opened.close();
});

const SECOND = 1_000;
const busiestSecond = (): number =>
  Math.max(
    ...arrivals.map(({ at }) => arrivals.filter((one) => one.at >= at && one.at < at + SECOND).length),
  );

/** The shortest time between two calls to one chat. */
const closest = (): number => {
  const chats = Map.groupBy(arrivals, ({ chat }) => chat).values();
  const gaps = [...chats].flatMap((own) => own.slice(1).map((one, index) => one.at - (own[index]?.at ?? 0)));
  return Math.min(...gaps);
};

const P99 = 0.99;
const percentile = (all: readonly number[], share: number): number =>
  all.toSorted((a, b) => a - b)[Math.ceil(all.length * share) - 1] ?? Infinity;

/** Lets people ask in turn, so many a second in all; how long each waited for the answer, in milliseconds. */
async function ask(
  people: readonly TelegramPerson[],
  perSecond: number,
  questions: number,
): Promise<number[]> {
  const waits: Promise<number>[] = [];
  for (let n = 0; n < questions; n += 1) {
    const person = people[n % people.length];
    if (person !== undefined) waits.push(waitFor(person));
    await sleep(SECOND / perSecond);
  }
  return Promise.all(waits);
}

async function waitFor(person: TelegramPerson): Promise<number> {
  const before = person.sees().length;
  const began = performance.now();
  person.says("帮助");
  const answer = await seen(() => person.sees()[before]);
  return answer.at - began;
}

const RETRY_AFTER = [1, 1, 1, 2, 3, 10, 60, 600, 3_600, 10_072];

test("a storm of 429 and blocked chats do not slow the others: their p99 is a second at most", async () => {
  const people = await opened.enrol(45);
  const [others, stormy, blocked] = [people.slice(0, 20), people.slice(20, 40), people.slice(40)];
  for (const { id } of blocked) opened.server.state.blocked.add(id);
  const calm = percentile(await ask(others, 8, 40), P99);
  let asked = 0;
  refuse = (chat) => {
    if (!stormy.some(({ id }) => id === chat)) return undefined;
    asked += 1;
    return refusal(429, "Too Many Requests", { retry_after: RETRY_AFTER[asked % RETRY_AFTER.length] ?? 1 });
  };
  const storm = setInterval(() => {
    for (const person of [...stormy, ...blocked]) person.says("帮助");
  }, SECOND);
  const waits = await ask(others, 8, 100);
  clearInterval(storm);
  expect(asked).toBeGreaterThan(30);
  expect(waits).toHaveLength(100);
  // A machine that is busy with something else is slow in the calm too.
  expect(percentile(waits, P99)).toBeLessThanOrEqual(Math.max(SECOND, 2 * calm));
  expect(busiestSecond()).toBeLessThanOrEqual(30);
}, 60_000);

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
    await database.db.transaction((tx) => enqueue(tx, vault, due, { now, policy: readPolicy() }));
    const others = await Promise.all(Array.from({ length: more }, () => opened.city.another()));
    const began = performance.now();
    for (const service of [opened.city.service, ...others]) service.tell("outbox");
    await seen(() => (arrivals.length >= due.length ? true : undefined));
    expect(busiestSecond()).toBeLessThanOrEqual(30);
    expect(closest()).toBeGreaterThanOrEqual(SECOND);
    // Four seconds at the network's own limit: the first thirty go at once.
    expect(performance.now() - began).toBeLessThan(5_500);
  },
  30_000,
);

test("the parts of long messages count as well: thirty a second over all, one a second in a chat", async () => {
  const people = await opened.enrol(40);
  const { database, now, service } = opened.city;
  const body = createVault(TEST_KEY).seal(JSON.stringify({ text: "字".repeat(9_000), choices: [] }));
  const due = people.map(({ id }) => ({
    channel: "telegram",
    bot: "7000001",
    conversation: `telegram:7000001:${id}`,
    key: `long-${id}`,
    kind: "help.broken",
    body,
    dueAt: now,
    expiresAt: null,
    schedule: null,
    unasked: false,
    suppressed: null,
  }));
  await database.db.transaction((tx) => insertOutgoing(tx, due));
  service.tell("outbox");
  await seen(() => (arrivals.length >= 3 * due.length ? true : undefined));
  expect(busiestSecond()).toBeLessThanOrEqual(30);
  expect(closest()).toBeGreaterThanOrEqual(SECOND);
}, 30_000);
