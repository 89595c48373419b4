import { setTimeout as sleep } from "node:timers/promises";
import type { Figures, Progress } from "../bench.ts";
import { check, type Kept, listKept } from "./check.ts";
import { type Deputy, type Load, makeDeputies, speak } from "./deputies.ts";
import { type House, openHouse } from "./house.ts";
import { createNemesis, type Plan } from "./nemesis.ts";
import { type Network, openNetwork } from "./network.ts";
import { PLAIN_BOT } from "./services.ts";
import { openTelegramNetwork, TELEGRAM } from "./telegram-network.ts";

export type KillOptions = {
  readonly messages: number;
  readonly perSecond: number;
  readonly deputies: number;
  readonly kills: number;
  readonly processes: 1 | 2;
  readonly restartPostgres: boolean;
  /** Over the bench's own network, or over Telegram's. */
  readonly channel?: "telegram-polling" | "telegram-webhook";
  /** Whether a plain bot goes through the same afterwards. */
  readonly besidePlain?: boolean;
};

/** Lets deputies speak while services are killed, and has what came of it counted. */
export async function runKill(options: KillOptions, progress: Progress): Promise<Figures> {
  const { channel } = options;
  const deputies = makeDeputies(options.deputies, channel === undefined ? undefined : TELEGRAM);
  const house = await openHouse(deputies);
  try {
    const ours = await withNetwork(channel, (network) =>
      rage(house, network, deputies, options, progress, () => listKept(house.sql, deputies)),
    );
    const plain = options.besidePlain === true ? await runPlain(house, options, channel, progress) : {};
    return { ...ours, ...plain };
  } finally {
    await house.close();
  }
}

async function withNetwork<T>(
  channel: KillOptions["channel"],
  work: (network: Network) => Promise<T>,
): Promise<T> {
  const network =
    channel === undefined
      ? await openNetwork()
      : await openTelegramNetwork(channel === "telegram-polling" ? "polling" : "webhook");
  try {
    return await work(network);
  } finally {
    await network.close();
  }
}

async function rage(
  house: House,
  network: Network,
  deputies: readonly Deputy[],
  options: KillOptions & Pick<Plan, "entry"> & Pick<Load, "patienceMs">,
  progress: Progress,
  kept: () => Promise<readonly Kept[]>,
): Promise<Figures> {
  const nemesis = createNemesis(house, network, options);
  await nemesis.start();
  const enough = (messages: number): boolean => messages >= options.messages && nemesis.done();
  const began = performance.now();
  const [messages] = await Promise.all([
    speak(network, deputies, { ...options, enough }),
    nemesis.rage(progress),
  ]);
  const seconds = (performance.now() - began) / 1000;
  await Promise.race([settle(house, network), sleep(LONGEST_SETTLE_MS, undefined, { ref: false })]);
  const harm = await nemesis.end();
  const verdict = check(await kept(), network.log, deputies);
  progress(`${messages} messages in ${seconds.toFixed(1)} s, ${network.log.length} sends`);
  const perSecond = Math.round(messages / seconds);
  const figures = { messages, perSecond, ...network.deliveries(), ...verdict, ...harm };
  progress(JSON.stringify(figures));
  return figures;
}

const PLAIN_PATIENCE_MS = 5_000;

/** The same deputies, as many messages and as many kills, with a plain bot: what that one loses and doubles. */
async function runPlain(
  house: House,
  options: KillOptions,
  channel: KillOptions["channel"],
  progress: Progress,
): Promise<Figures> {
  await house.sql`create table plain_records (id serial primary key, chat bigint, households int)`;
  const deputies = makeDeputies(options.deputies, TELEGRAM);
  const kept = () => house.sql<Kept[]>`
    select ${`${TELEGRAM}:`} || chat as conversation, '履-2026-' || id as number, households from plain_records`;
  const plan = { ...options, processes: 1, restartPostgres: false, entry: PLAIN_BOT } as const;
  const figures = await withNetwork(channel, (network) =>
    rage(house, network, deputies, { ...plan, patienceMs: PLAIN_PATIENCE_MS }, progress, kept),
  );
  return Object.fromEntries(PLAIN_FIGURES.map((name) => [`plainBot.${name}`, figures[name] ?? null]));
}

const PLAIN_FIGURES = [
  "messages",
  "kills",
  "recordsLost",
  "recordsDoubled",
  "repliesMissing",
  "repeats",
  "repeatsUnmarked",
] as const;

/** Throws with everything that was promised and not kept. */
export function judge(figures: Figures): void {
  const broken = [
    "recordsLost",
    "recordsDoubled",
    "repliesMissing",
    "repliesTooMany",
    "outOfOrder",
    "repeatsUnmarked",
    "diedAlone",
  ]
    .filter((name) => figures[name] !== 0)
    .map((name) => `${name} is ${figures[name]}`);
  if (Number(figures["repeats"]) > Number(figures["inFlightAtHarm"]))
    broken.push(`${figures["repeats"]} repeats, but only ${figures["inFlightAtHarm"]} sends were in flight`);
  if (broken.length > 0) throw new Error(broken.join("; "));
}

async function settle(house: House, network: Network): Promise<void> {
  for (;;) {
    const [row] = await house.ask(
      (sql) => sql<{ open: number }[]>`
        select (select count(*) from inbox where status = 'waiting')::int
          + (select count(*) from outbox where status in ('new', 'sending'))::int as open`,
    );
    if (row?.open === 0 && network.waiting() === 0) break;
    await sleep(50);
  }
  // What was answered a moment ago is recorded by now, also by whom nobody can ask.
  await sleep(SETTLED_MS);
}

const SETTLED_MS = 500;
/** What is not done by then is missing. */
const LONGEST_SETTLE_MS = 60_000;
