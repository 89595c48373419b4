import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "#db/client.ts";
import { keepFigures } from "#db/queries/figures/keep.ts";
import { insertTasks } from "#db/queries/tasks.ts";
import { createVault } from "#db/vault.ts";
import type { Bench, Figures, Progress } from "./bench.ts";
import { makeDeputies } from "./kill/deputies.ts";
import { type House, openHouse } from "./kill/house.ts";
import { BOT, CHANNEL } from "./kill/wire.ts";
import { type Arrivals, BENCH_KEY, oneWay, quantile, serviceOn } from "./path/talk.ts";

const DEPUTIES = 50;
const CALM_MESSAGES = 300;
const OFFICE = `${CHANNEL}:${BOT}:1`;

/** Fills the district's own year, so that a table of all of it has so many lines. */
const addRecords = ({ sql }: House, records: number): Promise<unknown> => sql`
  insert into duty_records (number, person_id, mandate_id, kind, starts_on, ends_on, place, counts, approx, narrative,
    source, state, acknowledged_at, filed_at)
  select 'B' || n, m.person_id, m.id, (array['home_visit', 'reception', 'inspection'])[1 + n % 3],
    d, d, '村' || n % 500, jsonb_build_object('households', 1 + n % 30, 'persons', 1 + n % 11), '[]',
    '到村里走访群众,了解春耕和用水的情况,记下意见' || n, 'chat', 'verified', now(), d + time '20:00'
  from generate_series(1, ${records}::int) n
  cross join lateral (select date '2020-01-01' + n % 365 d) days
  join (select id, person_id, row_number() over (order by id) place, count(*) over () among from mandates) m
    on m.place = 1 + n % m.among`;

/** Makes the sums of the months anew, as the job does within minutes after so many records came in. */
async function makeSums(house: House): Promise<void> {
  const database = openDatabase(house.address, 1);
  while ((await database.db.transaction((tx) => keepFigures(tx, new Date(0), 60))) > 0);
  await database.close();
}

async function askForTable(house: House, turn: number): Promise<void> {
  const [office] = await house.sql<{ id: string }[]>`select id::text from people where name = '孙丽'`;
  const database = openDatabase(house.address, 1);
  const task = { basis: { from: "2020-01-01", to: "2020-12-31" } };
  const body = createVault(BENCH_KEY).seal(JSON.stringify(task));
  const wanted = { kind: "export", personId: Number(office?.id), conversation: OFFICE, body } as const;
  await database.db.transaction((tx) => insertTasks(tx, [{ ...wanted, key: `bench:${turn}` }], new Date()));
  await database.close();
}

async function run(options: ReadonlyMap<string, string>, progress: Progress): Promise<Figures> {
  const records = Number(options.get("records") ?? 100_000);
  const rounds = Number(options.get("rounds") ?? 3);
  const people = makeDeputies(DEPUTIES).map((one) => one.conversation);
  const house = await openHouse(makeDeputies(DEPUTIES));
  const arrivals: Arrivals = new Map();
  const service = serviceOn(house, arrivals);
  try {
    await addRecords(house, records);
    await makeSums(house);
    await house.sql`analyze`;
    await service.start();
    let turn = 0;
    const say = async (times: number[]): Promise<void> => {
      const own = people[turn % DEPUTIES] ?? "";
      times.push(await oneWay(service, arrivals, own, Math.floor(turn / DEPUTIES)));
      turn += 1;
      await sleep(5);
    };
    const calm: number[] = [];
    for (let n = 0; n < 100; n += 1) await say([]);
    while (calm.length < CALM_MESSAGES) await say(calm);
    const baseMb = process.memoryUsage.rss() / 1e6;
    const busy: number[] = [];
    const seconds: number[] = [];
    let peakMb = 0;
    for (let round = 0; round < rounds; round += 1) {
      let ready = 0;
      arrivals.set(OFFICE, () => (ready = performance.now()));
      const began = performance.now();
      await askForTable(house, round);
      while (ready === 0) {
        await say(busy);
        peakMb = Math.max(peakMb, process.memoryUsage.rss() / 1e6);
      }
      seconds.push((ready - began) / 1000);
      progress(`table ${round + 1}: ${((ready - began) / 1000).toFixed(2)} s`);
    }
    const sorted = (times: readonly number[]): number[] => times.toSorted((a, b) => a - b);
    return {
      records,
      "table seconds (asked to sent), median": quantile(sorted(seconds), 0.5),
      "memory more than before, MB": Math.round(peakMb - baseMb),
      "memory at most, MB": Math.round(peakMb),
      "message p50 ms, calm": quantile(sorted(calm), 0.5),
      "message p50 ms, meanwhile": quantile(sorted(busy), 0.5),
      "message p99 ms, calm": quantile(sorted(calm), 0.99),
      "message p99 ms, meanwhile": quantile(sorted(busy), 0.99),
      "messages meanwhile": busy.length,
    };
  } finally {
    await service.stop();
    await house.close();
  }
}

export const bench: Bench = {
  name: "export",
  summary:
    "a table of 100,000 records from asked for to sent, its memory, and messages beside it; --records N",
  run,
};
