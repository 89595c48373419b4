import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "#db/client.ts";
import { keepFigures } from "#db/queries/figures/keep.ts";
import type { Service } from "#src/compose/service.ts";
import { NOTICE_VERSION } from "#src/domain/notice.ts";
import type { Bench, Figures, Progress } from "./bench.ts";
import { makeDeputies } from "./kill/deputies.ts";
import { type House, openHouse } from "./kill/house.ts";
import { type Arrivals, messageOf, NETWORK, quantile, say, serviceOn } from "./path/talk.ts";
import { watchWaiting } from "./waited.ts";
import { PER_SECOND, startTraffic, type Traffic } from "./path/traffic.ts";

/** Of a quiet machine with two cores. */
const BUDGETS = {
  "table seconds (asked to sent), median": 3,
  "memory more than before, MB": 250,
  "message p99 ms, meanwhile": 50,
};
const DEPUTIES = 50;
const WARM_MS = 5_000;
const CALM_MS = 15_000;
const OFFICE = `${NETWORK}:1`;

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

/** Has the office ask for a table in its chat; resolves when the table has been sent, with the seconds it took. */
async function askForTable(service: Service, arrivals: Arrivals, round: number): Promise<number> {
  const began = performance.now();
  const sent = new Promise<void>((resolve, reject) => {
    arrivals.set(OFFICE, (kind) => {
      if (kind === "export.ready") resolve();
      else if (kind !== "export.answer") reject(new Error(`a table was wanted, and the answer is ${kind}`));
    });
  });
  await say(service, { conversation: OFFICE, text: "导出 2020年", id: `table/${round}` });
  await sent;
  return (performance.now() - began) / 1000;
}

/** Gives the office's officer the conversation that tables are asked for in. */
const seatOffice = ({ sql }: House): Promise<unknown> => sql`
  insert into accounts (channel, bot, sender, conversation, person_id, notice_version)
  select split_part(${NETWORK}, ':', 1), split_part(${NETWORK}, ':', 2), ${OFFICE}, ${OFFICE}, id, ${NOTICE_VERSION} from people where name = '孙丽'`;

async function run(options: ReadonlyMap<string, string>, progress: Progress): Promise<Figures> {
  const records = Number(options.get("records") ?? 100_000);
  const rounds = Number(options.get("rounds") ?? 5);
  const deputies = makeDeputies(DEPUTIES, NETWORK);
  const house = await openHouse(deputies);
  const arrivals: Arrivals = new Map();
  const service = serviceOn(house, arrivals);
  try {
    await addRecords(house, records);
    await seatOffice(house);
    await makeSums(house);
    await house.sql`analyze`;
    await service.start();
    const traffic = startTraffic(
      service,
      arrivals,
      deputies.map((one) => one.conversation),
      messageOf,
    );
    await sleep(WARM_MS);
    const waited = watchWaiting();
    traffic.forget();
    await sleep(CALM_MS);
    const calm = spread(traffic);
    const baseMb = process.memoryUsage.rss() / 1e6;
    let peakMb = 0;
    const look = setInterval(() => (peakMb = Math.max(peakMb, process.memoryUsage.rss() / 1e6)), 20);
    const busy: number[] = [];
    const seconds: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      traffic.forget();
      const took = await askForTable(service, arrivals, round);
      busy.push(...traffic.times());
      seconds.push(took);
      progress(`table ${round + 1}: ${took.toFixed(2)} s`);
    }
    clearInterval(look);
    await traffic.stop();
    seconds.sort((a, b) => a - b);
    busy.sort((a, b) => a - b);
    return {
      records,
      "table seconds (asked to sent), least": quantile(seconds, 0),
      "table seconds (asked to sent), median": quantile(seconds, 0.5),
      "memory more than before, MB": Math.round(peakMb - baseMb),
      "memory at most, MB": Math.round(peakMb),
      "messages a second": PER_SECOND,
      "message p50 ms, calm": quantile(calm, 0.5),
      "message p50 ms, meanwhile": quantile(busy, 0.5),
      "message p99 ms, calm": quantile(calm, 0.99),
      "message p99 ms, meanwhile": quantile(busy, 0.99),
      "messages, calm": calm.length,
      "messages, meanwhile": busy.length,
      "time ready without a processor, %": waited(),
    };
  } finally {
    await service.stop();
    await house.close();
  }
}

const spread = (traffic: Traffic): number[] => traffic.times().toSorted((a, b) => a - b);

export const bench: Bench = {
  name: "export",
  summary:
    "a table of 100,000 records from asked for to sent, its memory, and messages beside it; --records N",
  budgets: BUDGETS,
  run,
};
