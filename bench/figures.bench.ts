import { readFileSync, writeFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { workOutFigure } from "#src/actions/figures/work-out-figure.ts";
import { waitedSince } from "#src/domain/figures/waited-since.ts";
import { openGate } from "#src/actions/gate.ts";
import { readPolicy } from "#src/compose/policy.ts";
import { OFFICIAL_DAYS } from "#src/domain/official-days.ts";
import type { World } from "#src/domain/rules.ts";
import { toCalendar } from "#src/domain/working-calendar.ts";
import { keepFigures } from "#db/queries/figures/keep.ts";
import type { Db, Tx } from "#db/client.ts";
import type { Bench, Figures, Progress } from "./bench.ts";
import { crowd } from "./figures/crowd.ts";
import { gatherings } from "./figures/gatherings.ts";
import { QUESTIONS, type StaffFigure } from "./figures/questions.ts";
import { sharings } from "./figures/sharings.ts";
import { recording } from "./figures/recording.ts";
import { talkOf } from "./figures/talk.ts";
import { openScratchDatabase } from "./scratch-database.ts";
import { watchWaiting } from "./waited.ts";

/** Of a quiet machine with two cores; every question together, and the messages that flow beside them. */
const BUDGETS = {
  "all p99 ms": 300,
  "all p99 ms, meanwhile": 300,
  "message p99 ms, meanwhile": 50,
};
const KEPT_AT_ONCE = 60;
/** As often as the job looks. */
const KEPT_EVERY_MS = 20_000;
const TODAY = "2026-09-16";
const world: World = {
  now: new Date(`${TODAY}T01:00:00Z`),
  zone: "Asia/Shanghai",
  today: TODAY,
  policy: readPolicy("policy/wudang.yaml"),
  calendar: toCalendar(OFFICIAL_DAYS, {}),
  channels: [],
};

async function answer(tx: Tx, district: number, request: StaffFigure): Promise<void> {
  const role = { role: "office", orgId: district, orgName: "区" } as const;
  const speaker = { kind: "member", personId: 1, name: "办公室", mandates: [], roles: [role] } as const;
  const grant = openGate(speaker, request.do, TODAY);
  if (typeof grant === "string") throw new TypeError(grant);
  const shown = await workOutFigure(tx, grant, request, world);
  if (typeof shown === "string") throw new TypeError(`${request.do} was refused: ${shown}`);
}

const at = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;

/** How long each question took, how long in all, and what the database's own process spent on it. */
type Asked = { readonly all: readonly number[]; readonly p50: Figures; readonly p99: Figures };

type Asking = { readonly rounds: number; readonly only: string | undefined; readonly progress: Progress };

/** Asks every question again and again, each in a transaction of its own. */
async function askAll(db: Db, district: number, { rounds, only, progress }: Asking): Promise<Asked> {
  const all: number[] = [];
  const [p50, p99]: Record<string, number>[] = [{}, {}];
  for (const [name, ask] of Object.entries(QUESTIONS)) {
    if (only !== undefined && !name.includes(only)) continue;
    const times: number[] = [];
    const busy: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const startedAt = performance.now();
      const spent = await db.transaction(async (tx) => {
        const before = await databaseMs(tx);
        await answer(tx, district, ask(round));
        return (await databaseMs(tx)) - before;
      });
      times.push(performance.now() - startedAt);
      busy.push(spent);
    }
    times.sort((x, y) => x - y);
    busy.sort((x, y) => x - y);
    all.push(...times);
    Object.assign(p50 ?? {}, { [name]: at(times, 0.5) });
    Object.assign(p99 ?? {}, { [name]: at(times, 0.99) });
    progress(`${name}: ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms, processor ${at(busy, 0.5)} ms`);
  }
  return { all: all.sort((x, y) => x - y), p50: p50 ?? {}, p99: p99 ?? {} };
}

const named = (figures: Figures, what: string): Figures =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${name} ${what}`, value]));

async function run(options: ReadonlyMap<string, string>, progress: Progress): Promise<Figures> {
  const records = Number(options.get("records") ?? 1_000_000);
  const deputies = Number(options.get("deputies") ?? 5_000);
  const asking = { rounds: Number(options.get("rounds") ?? 20), only: options.get("only"), progress };
  const database = await openScratchDatabase(options.get("keep"));
  const { db } = database;
  try {
    if (!database.isKept)
      await db.transaction(async (tx) => {
        await crowd(tx, deputies, records);
        await sharings(tx);
        await gatherings(tx);
      });
    const district = await db.transaction(findDistrict);
    progress(`${records} records of ${deputies} deputies are in`);
    const figures = { records, deputies, ...(await keepAll(db)) };
    await db.execute(sql`analyze`);
    const waited = watchWaiting();
    const calm = await askAll(db, district, asking);
    const talk = await talkOf(database, world.now);
    progress("deputies speak, and everything is asked again");
    const keeping = setInterval(() => void keepAll(db), KEPT_EVERY_MS);
    const busy = await askAll(db, district, asking).finally(() => clearInterval(keeping));
    const messages = await talk.stop();
    if (options.has("plans"))
      for (const [name, ask] of Object.entries(QUESTIONS))
        if (asking.only === undefined || name.includes(asking.only))
          await db.transaction((tx) => keepPlans(tx, district, name, ask(0)));
    return {
      ...figures,
      ...named(calm.p50, "p50 ms"),
      ...named(calm.p99, "p99 ms"),
      ...named(busy.p99, "p99 ms, meanwhile"),
      "all p50 ms": at(calm.all, 0.5),
      "all p99 ms": at(calm.all, 0.99),
      "all p50 ms, meanwhile": at(busy.all, 0.5),
      "all p99 ms, meanwhile": at(busy.all, 0.99),
      ...messages,
      "time ready without a processor, %": waited(),
    };
  } finally {
    await database.drop();
  }
}

/** Makes all sums that do not hold, as the job does, a few months at a time. */
async function keepAll(db: Db): Promise<Record<string, number>> {
  const times: number[] = [];
  for (let made = KEPT_AT_ONCE; made === KEPT_AT_ONCE;) {
    const startedAt = performance.now();
    made = await db.transaction((tx) => keepFigures(tx, waitedSince(world), KEPT_AT_ONCE));
    times.push(performance.now() - startedAt);
  }
  times.sort((a, b) => a - b);
  const total = times.reduce((sum, one) => sum + one, 0);
  return { "sums made anew, s": Math.round(total / 100) / 10, "60 months p50 ms": at(times, 0.5) };
}

/** What the database's process of this transaction has spent so far, on a processor and not waiting for one. */
async function databaseMs(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() pid`);
  return Number(readFileSync(`/proc/${row?.pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
}

async function findDistrict(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ id: string }>(sql`select id::text from orgs where kind = 'district'`);
  return Number(row?.id);
}

async function keepPlans(tx: Tx, district: number, name: string, request: StaffFigure): Promise<void> {
  const recorder = recording(tx);
  await answer(recorder.tx, district, request);
  writeFileSync(
    new URL(`plans/${name}.txt`, import.meta.url),
    `${recorder.plans.join("\n\n").replace(/\d+(?:,\d+){20,}/gu, "…")}\n`,
  );
}

export const bench: Bench = {
  name: "figures",
  summary:
    "staff figures over a million records of 5,000 deputies; --records N, --plans keeps the plans, --only QUESTION, --keep FOLDER",
  budgets: BUDGETS,
  run,
};
