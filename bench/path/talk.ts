import { openDatabase } from "#db/client.ts";
import { createVault } from "#db/vault.ts";
import { createLog } from "#src/compose/log.ts";
import { readPolicy } from "#src/compose/policy.ts";
import { createService, type Service } from "#src/compose/service.ts";
import type { Clock } from "#src/kernel/clock.ts";
import type { Channel } from "#src/message/channel.ts";
import { reportText } from "../kill/deputies.ts";
import type { House } from "../kill/house.ts";
import { BOT } from "../kill/wire.ts";

// At home: to servers abroad no table goes, and less of many answers.
const CHANNEL = "web";

/** The network that benches of the path speak over. */
export const NETWORK = `${CHANNEL}:${BOT}`;

/** Calls the waiter of a conversation with the kind of each answer that has been written to it. */
export type Arrivals = Map<string, (kind: string) => void>;

const fakeChannel = (arrivals: Arrivals): Channel => ({
  name: CHANNEL,
  bot: BOT,
  start: () => Promise.resolve(),
  stop: () => Promise.resolve(),
  send: (message) => {
    arrivals.get(message.conversation)?.(message.kind);
    return Promise.resolve({ externalId: message.key });
  },
});

export const BENCH_KEY = "a key for benches, long enough to be one";

/** The service on a database, with a network that only says when an answer was written. */
export function serviceOn(
  house: Pick<House, "address">,
  arrivals: Arrivals,
  clock: Clock = () => new Date(),
): Service {
  return createService({
    database: openDatabase(house.address),
    vault: createVault(BENCH_KEY),
    clock,
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
export function oneWay(
  service: Service,
  arrivals: Arrivals,
  conversation: string,
  turn: number,
): Promise<number> {
  return answered(service, arrivals, { conversation, text: messageOf(turn), id: `${conversation}/${turn}` });
}

/** What a deputy says in a turn of his: a report, then its confirmation. */
export const messageOf = (turn: number): string => (turn % 2 === 0 ? reportText(1 + turn / 2) : "1");

/** Something that somebody says, under the network's own id. */
export type Said = { readonly conversation: string; readonly text: string; readonly id: string };

/** Says something; resolves once it is stored. */
export async function say({ accept }: Service, { conversation, text, id }: Said): Promise<void> {
  const common = { channel: CHANNEL, bot: BOT, conversation, sender: conversation, sentAt: new Date() };
  await accept({ ...common, externalId: id, body: { kind: "text", text, attachments: [] } });
}

/** Says something; resolves with the milliseconds from stored to answered. */
export async function answered(service: Service, arrivals: Arrivals, said: Said): Promise<number> {
  const arrived = new Promise<number>((resolve) => {
    arrivals.set(said.conversation, () => resolve(performance.now()));
  });
  await say(service, said);
  const stored = performance.now();
  return Math.max(0, (await arrived) - stored);
}

/** A share of sorted times, to a tenth. */
export const quantile = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
