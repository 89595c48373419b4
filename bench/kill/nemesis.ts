import { setTimeout as sleep } from "node:timers/promises";
import type { Progress } from "../bench.ts";
import type { House } from "./house.ts";
import { freePort } from "./ports.ts";
import type { Network } from "./network.ts";
import { type Running, startService } from "./services.ts";

export type Plan = {
  readonly kills: number;
  readonly processes: 1 | 2;
  readonly restartPostgres: boolean;
  /** What is started and killed; the service if nothing else is named. */
  readonly entry?: string;
};

/** What was done to the services, and how soon they were well again. */
export type Harm = {
  readonly kills: number;
  readonly freezes: number;
  readonly postgresRestarts: number;
  /** Services that ended by themselves, as none may because its database did. */
  readonly diedAlone: number;
  /** Rows marked as being sent by a process at the moment it was killed or frozen, or its database was. */
  readonly inFlightAtHarm: number;
  /** From the start of a killed process's heir to its first send. */
  readonly restartToFirstSendMs: number;
  /** From its being ready to its first send. */
  readonly readyToFirstSendMs: number;
  /** From a kill until everything the dead process had claimed was claimed or done by somebody else. */
  readonly takeoverMs: number;
  readonly stopMs: number;
  readonly stopCode: number | null;
};

/** Sees to it that services die 1–2 s after they are ready, one after another. */
export function createNemesis(house: House, network: Network, plan: Plan) {
  const harm = { kills: 0, freezes: 0, postgresRestarts: 0, diedAlone: 0, inFlightAtHarm: 0 };
  const times = { restartToFirstSendMs: 0, readyToFirstSendMs: 0, takeoverMs: 0 };
  const running: Running[] = [];
  const watching: Promise<void>[] = [];
  let born = 0;

  // Alone, a process comes back under its own name and frees what it held; of two, each is a stranger to the other.
  async function start(): Promise<void> {
    born += 1;
    const holder = plan.processes === 1 ? "only" : `process-${born}`;
    running.push(await startService(house, network, holder, await freePort(), plan.entry));
  }

  async function countInFlight(holder: string): Promise<void> {
    const [row] = await house.ask(
      (sql) => sql<{ n: number }[]>`
        select count(*)::int as n from outbox where status = 'sending' and lease_holder = ${holder}`,
    );
    harm.inFlightAtHarm += row?.n ?? 0;
  }

  async function killOldest(): Promise<void> {
    const victim = running.shift();
    if (victim === undefined) return;
    harm.diedAlone += Number(victim.diedAlone());
    await victim.kill();
    const at = performance.now();
    harm.kills += 1;
    await countInFlight(victim.holder);
    watching.push(watchTakeover(house, victim.holder, at, times));
    const sends = network.log.length;
    await start();
    const heir = running.at(-1);
    if (plan.processes === 1 && heir !== undefined)
      watching.push(watchFirstSend(network, heir, sends, times));
  }

  async function freezeOldest(): Promise<void> {
    const [victim] = running;
    if (victim === undefined) return;
    victim.freeze();
    harm.freezes += 1;
    await sleep(50);
    await countInFlight(victim.holder);
    await sleep(12_000);
    victim.thaw();
  }

  async function restartPostgres(): Promise<void> {
    for (const one of running) await countInFlight(one.holder);
    harm.postgresRestarts += 1;
    await house.restartImmediately();
    await sleep(500);
  }

  async function rage(progress: Progress): Promise<void> {
    while (harm.kills < plan.kills) {
      await sleep(1_000 + Math.random() * 1_000);
      const middle = harm.kills === Math.floor(plan.kills / 2);
      if (middle && plan.restartPostgres) await restartPostgres();
      if (middle && plan.processes === 2) await freezeOldest();
      await killOldest();
      progress(`${harm.kills} kills, ${network.log.length} sends`);
    }
    await Promise.all(watching);
  }

  return {
    start: async () => {
      for (let n = 0; n < plan.processes; n += 1) await start();
    },
    rage,
    done: () => harm.kills >= plan.kills,
    end: async (): Promise<Harm> => {
      const stopped = await Promise.all(running.map((one) => one.stop()));
      const stopMs = Math.round(Math.max(...stopped.map((one) => one.ms)));
      const stopCode = stopped.find((one) => one.code !== 0)?.code ?? 0;
      return { ...harm, ...times, stopMs, stopCode };
    },
  };
}

type Times = { restartToFirstSendMs: number; readyToFirstSendMs: number; takeoverMs: number };

/** After this there was nothing left to send. */
const LONGEST_WATCH_MS = 20_000;

// Taken over is what somebody else has claimed or finished; that one may be the next to die.
async function watchTakeover(house: House, holder: string, killedAt: number, times: Times): Promise<void> {
  if ((await countHeld(house, holder)) === 0) return;
  while ((await countHeld(house, holder)) > 0) await sleep(20);
  times.takeoverMs = Math.max(times.takeoverMs, Math.round(performance.now() - killedAt));
}

async function countHeld(house: House, holder: string): Promise<number> {
  const [row] = await house.ask(
    (sql) => sql<{ held: number }[]>`
      select (select count(*) from inbox
          where status = 'waiting' and lease_holder = ${holder} and lease_token is not null)::int
        + (select count(*) from outbox where status = 'sending' and lease_holder = ${holder})::int as held`,
  );
  return row?.held ?? 0;
}

async function watchFirstSend(network: Network, heir: Running, before: number, times: Times): Promise<void> {
  const until = performance.now() + LONGEST_WATCH_MS;
  while (network.log.length === before && performance.now() < until) await sleep(5);
  if (network.log.length === before) return;
  const at = network.log[before]?.at ?? 0;
  times.restartToFirstSendMs = Math.max(times.restartToFirstSendMs, Math.round(at - heir.spawnedAt));
  times.readyToFirstSendMs = Math.max(times.readyToFirstSendMs, Math.round(at - heir.readyAt));
}
