import { openDatabase } from "#db/client.ts";
import { createVault } from "#db/vault.ts";
import { createLog } from "#src/compose/log.ts";
import { readPolicy } from "#src/compose/policy.ts";
import { createService, type Service } from "#src/compose/service.ts";
import type { Channel } from "#src/message/channel.ts";
import { reportText } from "../kill/deputies.ts";
import type { House } from "../kill/house.ts";
import { BOT, CHANNEL } from "../kill/wire.ts";

/** Calls the waiter of a conversation when its answer has been written. */
export type Arrivals = Map<string, () => void>;

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

export const BENCH_KEY = "a key for benches, long enough to be one";

/** The service on a database, with a network that only says when an answer was written. */
export function serviceOn(house: House, arrivals: Arrivals): Service {
  return createService({
    database: openDatabase(house.address),
    vault: createVault(BENCH_KEY),
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
export async function oneWay(
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

/** A share of sorted times, to a tenth. */
export const quantile = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
