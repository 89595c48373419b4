import { setTimeout as sleep } from "node:timers/promises";
import type { Figures, Progress } from "../bench.ts";
import { check } from "./check.ts";
import { makeDeputies, speak } from "./deputies.ts";
import { type House, openHouse } from "./house.ts";
import { createNemesis } from "./nemesis.ts";
import { openNetwork } from "./network.ts";

export type KillOptions = {
  readonly messages: number;
  readonly perSecond: number;
  readonly deputies: number;
  readonly kills: number;
  readonly processes: 1 | 2;
  readonly restartPostgres: boolean;
};

/** Lets deputies speak while services are killed, and has what came of it counted. */
export async function runKill(options: KillOptions, progress: Progress): Promise<Figures> {
  const deputies = makeDeputies(options.deputies);
  const house = await openHouse(deputies);
  const network = await openNetwork();
  try {
    const nemesis = createNemesis(house, network, options);
    await nemesis.start();
    const enough = (messages: number): boolean => messages >= options.messages && nemesis.done();
    const began = performance.now();
    const [messages] = await Promise.all([
      speak(network, deputies, { perSecond: options.perSecond, enough }),
      nemesis.rage(progress),
    ]);
    const seconds = (performance.now() - began) / 1000;
    await settle(house);
    const harm = await nemesis.end();
    const verdict = await check(house.sql, network.log, deputies);
    progress(`${messages} messages in ${seconds.toFixed(1)} s, ${network.log.length} sends`);
    return {
      messages,
      perSecond: Math.round(messages / seconds),
      ...network.deliveries(),
      ...verdict,
      ...harm,
    };
  } finally {
    network.close();
    await house.close();
  }
}

/** Throws with everything that was promised and not kept. */
export function judge(figures: Figures): void {
  const broken = [
    "recordsLost",
    "recordsDoubled",
    "repliesMissing",
    "repliesTooMany",
    "outOfOrder",
    "repeatsUnmarked",
  ]
    .filter((name) => figures[name] !== 0)
    .map((name) => `${name} is ${figures[name]}`);
  if (Number(figures["repeats"]) > Number(figures["inFlightAtHarm"]))
    broken.push(`${figures["repeats"]} repeats, but only ${figures["inFlightAtHarm"]} sends were in flight`);
  if (broken.length > 0) throw new Error(broken.join("; "));
}

async function settle(house: House): Promise<void> {
  for (;;) {
    const [row] = await house.ask(
      (sql) => sql<{ open: number }[]>`
        select (select count(*) from inbox where status = 'waiting')::int
          + (select count(*) from outbox where status in ('new', 'sending'))::int as open`,
    );
    if (row?.open === 0) return;
    await sleep(50);
  }
}
