import type { Update } from "grammy/types";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Deputy, makeDeputies, reportText } from "#bench/kill/deputies.ts";
import { type House, openHouse } from "#bench/kill/house.ts";
import { freePort } from "#bench/kill/ports.ts";
import { type Running, startService } from "#bench/kill/services.ts";
import { openTelegramNetwork, TELEGRAM } from "#bench/kill/telegram-network.ts";
import { splitAddress } from "#src/message/address.ts";
import { eventually } from "#test/support/eventually.ts";
import { type TelegramPerson, telegramPerson } from "#test/support/telegram/person.ts";

// Two processes on one database and one bot, both with a webhook. The test delivers in Telegram's place, to either.
const BOT = "7000001";
let deputies: readonly Deputy[];
let house: House;
let network: Awaited<ReturnType<typeof openTelegramNetwork>>;
let first: Running;
let second: Running;
let secret: string;
/** Who sent what to which chat. */
let sends: { readonly by: string; readonly chat: number }[];
/** After so many messages nothing that the first sends comes through. */
let firstMay: number;

beforeEach(async () => {
  deputies = makeDeputies(60, TELEGRAM);
  house = await openHouse(deputies);
  network = await openTelegramNetwork("webhook");
  sends = [];
  firstMay = Infinity;
  network.server.interfere = ({ method, via = "", payload }) => {
    if (method !== "sendMessage") return undefined;
    if (via === "first" && sends.length >= firstMay) return "hang";
    sends.push({ by: via, chat: Number(payload["chat_id"]) });
    return undefined;
  };
  first = await startService(house, network, "first", await freePort());
  second = await startService(house, network, "second", await freePort());
  await eventually(() => {
    const announced = network.server.calls.filter(({ method }) => method === "setWebhook");
    expect(new Set(announced.map(({ via }) => via)).size).toBe(2);
  }, 10_000);
  secret = network.server.state.webhook?.secret ?? "";
  network.server.state.webhook = null;
}, 90_000);
afterEach(async () => {
  await Promise.all([first, second].map((one) => one.kill()));
  await network.close();
  await house.close();
}, 30_000);

const idOf = ({ conversation }: Deputy): number => Number(splitAddress(conversation).rest);
const personOf = (deputy: Deputy): TelegramPerson => telegramPerson(network.server, idOf(deputy));

async function deliver({ port }: Running, update: Update): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/telegram/${BOT}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
    body: JSON.stringify(update),
  });
  return answer.status;
}

const cardsOf = (deputy: Deputy) =>
  network.log.filter(
    ({ conversation, kind }) => conversation === deputy.conversation && kind === "report.card",
  );

async function count(question: "inbox" | "records"): Promise<number> {
  const { sql } = house;
  const [row] =
    question === "inbox"
      ? await sql<{ n: number }[]>`select count(*)::int n from inbox where channel = 'telegram'`
      : await sql<{ n: number }[]>`select count(*)::int n from duty_records where state <> 'draft'`;
  return row?.n ?? 0;
}

test("an update that both are given at once is one message with one answer, and its button works at the other", async () => {
  const some = deputies.slice(0, 20);
  const before = await count("records");
  const updates = some.map((one) => personOf(one).says(reportText(1)));
  const told = await Promise.all(
    updates.flatMap((update) => [deliver(first, update), deliver(second, update)]),
  );
  expect(new Set(told)).toEqual(new Set([200]));
  expect(await count("inbox")).toBe(some.length);
  await eventually(() => expect(some.map((one) => cardsOf(one).length)).toEqual(some.map(() => 1)), 20_000);

  for (const [index, deputy] of some.entries()) {
    const choice = cardsOf(deputy)[0]?.choices.find(({ label }) => label.startsWith("对"));
    const tap = personOf(deputy).tapsData(choice?.id ?? "");
    const [one, other] = index % 2 === 0 ? [first, second] : [second, first];
    await Promise.all([deliver(one, tap), deliver(other, tap)]);
  }
  await eventually(async () => expect((await count("records")) - before).toBe(some.length), 20_000);
  expect(await count("inbox")).toBe(2 * some.length);
}, 90_000);

test("what one has accepted the other answers when the first is gone", async () => {
  firstMay = 20;
  const updates = deputies.map((one) => personOf(one).says(reportText(1)));
  expect(new Set(await Promise.all(updates.map((update) => deliver(first, update))))).toEqual(new Set([200]));
  await first.kill();
  const answered = new Set(sends.map(({ chat }) => chat));
  await eventually(() => {
    for (const one of deputies) {
      const unmarked = cardsOf(one).filter(({ text }) => !text.includes("可能重复"));
      expect(cardsOf(one).length).toBeGreaterThanOrEqual(1);
      expect(unmarked.length).toBeLessThanOrEqual(1);
    }
  }, 30_000);
  const left = deputies.map(idOf).filter((id) => !answered.has(id));
  expect(left.every((id) => sends.some(({ by, chat }) => by === "second" && chat === id))).toBe(true);
  expect(await count("inbox")).toBe(deputies.length);
}, 120_000);
