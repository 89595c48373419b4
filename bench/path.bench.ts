import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "#db/client.ts";
import { createVault } from "#db/vault.ts";
import { createLog } from "#src/compose/log.ts";
import { readPolicy } from "#src/compose/policy.ts";
import { createService, type Service } from "#src/compose/service.ts";
import type { Channel } from "#src/message/channel.ts";
import type { Bench, Figures } from "./bench.ts";
import { makeDeputies, reportText } from "./kill/deputies.ts";
import { type House, openHouse } from "./kill/house.ts";
import { BOT, CHANNEL } from "./kill/wire.ts";

const DEPUTIES = 400;
const UNDER_WAY = 200;

/** Calls the waiter of a conversation when its answer has been written. */
type Arrivals = Map<string, () => void>;

const fakeChannel = (arrivals: Arrivals): Channel => ({
  name: CHANNEL,
  bot: BOT,
  start: () => Promise.resolve(),
  stop: () => Promise.resolve(),
  send: (message) => {
    arrivals.get(message.conversation)?.();
    return Promise.resolve({ externalId: message.key });
  },
});

function serviceOn(house: House, arrivals: Arrivals): Service {
  return createService({
    database: openDatabase(house.address),
    vault: createVault("a key for benches, long enough to be one"),
    clock: () => new Date(),
    zone: "Asia/Shanghai",
    log: createLog("error"),
    random: Math.random,
    policy: readPolicy("policy/wudang.yaml"),
    monotonic: () => performance.now(),
    holder: "bench",
    channels: () => [fakeChannel(arrivals)],
  });
}

/** One message of a conversation from stored to answered, in milliseconds: reports and their confirmation in turn. */
async function oneWay(
  { accept }: Service,
  arrivals: Arrivals,
  conversation: string,
  turn: number,
): Promise<number> {
  const answered = new Promise<number>((resolve) => {
    arrivals.set(conversation, () => resolve(performance.now()));
  });
  const text = turn % 2 === 0 ? reportText(1 + turn / 2) : "1";
  const common = { channel: CHANNEL, bot: BOT, conversation, sender: conversation, sentAt: new Date() };
  await accept({
    ...common,
    externalId: `${conversation}/${turn}`,
    body: { kind: "text", text, attachments: [] },
  });
  const stored = performance.now();
  return Math.max(0, (await answered) - stored);
}

const quantile = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;

async function run(options: ReadonlyMap<string, string>): Promise<Figures> {
  const single = Number(options.get("single") ?? 400);
  const many = Number(options.get("messages") ?? 8_000);
  const people = makeDeputies(DEPUTIES).map((one) => one.conversation);
  const house = await openHouse(makeDeputies(DEPUTIES));
  const arrivals: Arrivals = new Map();
  const service = serviceOn(house, arrivals);
  await service.start();
  const turns = new Map(people.map((one) => [one, 0]));
  const next = (conversation: string): number => {
    const turn = turns.get(conversation) ?? 0;
    turns.set(conversation, turn + 1);
    return turn;
  };
  const say = (conversation: string): Promise<number> =>
    oneWay(service, arrivals, conversation, next(conversation));
  for (let n = 0; n < 100; n += 1) await say(people[n % 10] ?? "");
  const times: number[] = [];
  for (let n = 0; n < single; n += 1) {
    times.push(await say(people[n % 50] ?? ""));
    await sleep(2);
  }
  times.sort((a, b) => a - b);
  const began = performance.now();
  let left = many;
  const talk = async (own: readonly string[]): Promise<void> => {
    for (let n = 0; left > 0; n += 1) {
      left -= 1;
      await say(own[n % own.length] ?? "");
    }
  };
  const share = DEPUTIES / UNDER_WAY;
  await Promise.all(
    Array.from({ length: UNDER_WAY }, (_, n) => talk(people.slice(n * share, (n + 1) * share))),
  );
  const perSecond = Math.round(many / ((performance.now() - began) / 1000));
  const rssMb = Math.round(process.memoryUsage.rss() / 1e6);
  await service.stop();
  await house.close();
  return {
    single,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    messages: many,
    perSecond,
    rssMb,
  };
}

export const bench: Bench = {
  name: "path",
  summary: "one message from stored to answered (p50, p99), and how many a second when many speak at once",
  run,
};
