import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { NOTICE_VERSION } from "#src/domain/notice.ts";
import type { Figures } from "../bench.ts";
import { type Arrivals, NETWORK, quantile, serviceOn } from "../path/talk.ts";
import { PER_SECOND, startTraffic } from "../path/traffic.ts";

const WARM_MS = 5_000;
const CALM_MS = 15_000;
/** Two of every township of the crowd: every month they report of is one whose sums no longer hold. */
const SPEAKERS = 50;

/** Messages that flow while something else is asked; `stop` tells how long they took. */
export type Talk = { readonly stop: () => Promise<Figures> };

/** Lets deputies of the crowd report to a service on its database, whose today is `now`; resolves once they were heard for a while. */
export async function talkOf(database: Database, now: Date): Promise<Talk> {
  const began = Date.now();
  const arrivals: Arrivals = new Map();
  const service = serviceOn(database, arrivals, () => new Date(now.getTime() + Date.now() - began));
  const people = Array.from({ length: SPEAKERS }, (_, at) => `${NETWORK}:${at + 1}`);
  await database.db.execute(sql`
    insert into accounts (channel, bot, sender, conversation, person_id, notice_version)
    select split_part(c, ':', 1), split_part(c, ':', 2), c, c, split_part(c, ':', 3)::int8, ${NOTICE_VERSION}
    from unnest(${sql.param(people)}::text[]) c on conflict do nothing`);
  await service.start();
  const run = began.toString(36);
  const traffic = startTraffic(service, arrivals, people, (turn) => sayOn(now, turn, began), run);
  await sleep(WARM_MS);
  traffic.forget();
  await sleep(CALM_MS);
  const calm = sorted(traffic.times());
  traffic.forget();
  return {
    stop: async () => {
      const busy = sorted(traffic.times());
      await traffic.stop();
      await service.stop();
      return {
        "messages a second": PER_SECOND,
        "message p50 ms, calm": quantile(calm, 0.5),
        "message p50 ms, meanwhile": quantile(busy, 0.5),
        "message p99 ms, calm": quantile(calm, 0.99),
        "message p99 ms, meanwhile": quantile(busy, 0.99),
        "messages, meanwhile": busy.length,
      };
    },
  };
}

const sorted = (times: readonly number[]): number[] => times.toSorted((a, b) => a - b);

// A report of a day of the year so far, then its confirmation; elsewhere than in an earlier run on the same database,
// for what is like a record that is there already is asked about and not filed.
function sayOn(now: Date, turn: number, began: number): string {
  if (turn % 2 === 1) return "1";
  const day = new Date(now.getTime() - (turn / 2 + 1) * 86_400_000);
  return `${day.getUTCMonth() + 1}月${day.getUTCDate()}日走访${villageOf(began)}${2 + turn / 2}户`;
}

const villageOf = (began: number): string => {
  const second = Math.floor(began / 1000);
  return `${"东西南北上下大小新老"[Math.floor(second / 10) % 10]}${"山河田坝井桥岭沟坡坪"[second % 10]}村`;
};
