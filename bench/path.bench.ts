import { setTimeout as sleep } from "node:timers/promises";
import type { Bench, Figures } from "./bench.ts";
import { makeDeputies } from "./kill/deputies.ts";
import { openHouse } from "./kill/house.ts";
import { type Arrivals, NETWORK, oneWay, quantile, serviceOn } from "./path/talk.ts";

const DEPUTIES = 400;
const UNDER_WAY = 200;

async function run(options: ReadonlyMap<string, string>): Promise<Figures> {
  const single = Number(options.get("single") ?? 400);
  const many = Number(options.get("messages") ?? 8_000);
  const deputies = makeDeputies(DEPUTIES, NETWORK);
  const people = deputies.map((one) => one.conversation);
  const house = await openHouse(deputies);
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
