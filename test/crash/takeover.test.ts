import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Deputy, makeDeputies, reportText } from "#bench/kill/deputies.ts";
import { type House, openHouse } from "#bench/kill/house.ts";
import { freePort } from "#bench/kill/ports.ts";
import { type Running, startService } from "#bench/kill/services.ts";
import { openTelegramNetwork, TELEGRAM } from "#bench/kill/telegram-network.ts";

// Two processes on one database and one bot. Telegram knows which of them polls.
let deputies: readonly Deputy[];
let house: House;
let network: Awaited<ReturnType<typeof openTelegramNetwork>>;
let running: Running[];
let polls: { readonly by: string; readonly at: number }[];

beforeEach(async () => {
  deputies = makeDeputies(60, TELEGRAM);
  house = await openHouse(deputies);
  network = await openTelegramNetwork("polling");
  polls = [];
  network.server.interfere = ({ method, via = "", payload }) => {
    if (method === "getUpdates" && Number(payload["timeout"]) > 0)
      polls.push({ by: via, at: performance.now() });
    return undefined;
  };
  running = await Promise.all(
    ["first", "second"].map(async (holder) => startService(house, network, holder, await freePort())),
  );
}, 60_000);
afterEach(async () => {
  for (const one of running) one.thaw();
  await Promise.all(running.map((one) => one.kill()));
  await network.close();
  await house.close();
}, 30_000);

const TAKEOVER_MS = 10_000;
const AGAIN_MS = 200;

async function until(holds: () => boolean, ms: number): Promise<void> {
  const end = performance.now() + ms;
  while (!holds() && performance.now() < end) await sleep(20);
  expect(holds()).toBe(true);
}

/** Who polled last. */
async function findLeader(): Promise<Running> {
  await until(() => polls.length > 0, TAKEOVER_MS);
  const leader = running.find(({ holder }) => holder === polls.at(-1)?.by);
  if (leader === undefined) throw new Error("nobody polls");
  return leader;
}

/** Deputies report, one after another, whatever happens meanwhile. */
async function allReport(): Promise<void> {
  for (const { conversation } of deputies) {
    await network.deliver({ id: conversation, conversation, text: reportText(1) });
    await sleep(AGAIN_MS);
  }
}

/** Does harm to the leader while deputies report; milliseconds until the other process polls. */
async function takeover(harm: (leader: Running) => void): Promise<number> {
  const leader = await findLeader();
  const reporting = allReport();
  await sleep(1_000);
  const began = performance.now();
  harm(leader);
  const byOther = () => polls.find(({ by, at }) => by !== leader.holder && at > began);
  await until(() => byOther() !== undefined, TAKEOVER_MS + 2_000);
  await reporting;
  return (byOther()?.at ?? Infinity) - began;
}

/** Each report was stored once and answered by one card; what may have come twice says so. */
async function expectEachOnce(): Promise<void> {
  const cards = () => Map.groupBy(network.log, ({ conversation }) => conversation);
  await until(() => cards().size === deputies.length, 20_000);
  const unmarked = [...cards().values()].map((own) => own.filter(({ text }) => !text.includes("可能重复")));
  expect(unmarked.every((own) => own.length <= 1)).toBe(true);
  const [row] = await house.sql<{ n: number }[]>`
    select count(*)::int n from inbox where channel = 'telegram' and status = 'done'`;
  expect(row?.n).toBe(deputies.length);
}

test("a polling process that is killed is followed within ten seconds, and no update is handled twice", async () => {
  expect(await takeover((leader) => void leader.kill())).toBeLessThanOrEqual(TAKEOVER_MS);
  await expectEachOnce();
}, 90_000);

test("one that is frozen is followed as well, and stays away when it wakes", async () => {
  let leader: Running | undefined;
  const took = await takeover((one) => {
    leader = one;
    one.freeze();
  });
  expect(took).toBeLessThanOrEqual(TAKEOVER_MS);
  leader?.thaw();
  await sleep(5_000);
  const woken = polls.length;
  await sleep(5_000);
  expect(polls.slice(woken).filter(({ by }) => by === leader?.holder)).toEqual([]);
  await expectEachOnce();
}, 90_000);
