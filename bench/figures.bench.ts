import { writeFileSync } from "node:fs";
import { workOutFigure } from "#src/actions/figures/work-out-figure.ts";
import { openGate } from "#src/actions/gate.ts";
import { readPolicy } from "#src/compose/policy.ts";
import type { FigureRequest } from "#src/domain/requests/figures.ts";
import { OFFICIAL_DAYS } from "#src/domain/official-days.ts";
import type { World } from "#src/domain/rules.ts";
import { toCalendar } from "#src/domain/working-calendar.ts";
import type { Tx } from "#db/client.ts";
import type { Bench, Figures, Progress } from "./bench.ts";
import { crowd } from "./figures/crowd.ts";
import { recording } from "./figures/recording.ts";
import { openScratchDatabase } from "./scratch-database.ts";

const TODAY = "2026-09-16";
const YEAR = { from: "2026-01-01", to: "2026-12-31" };
const QUARTER = { from: "2026-04-01", to: "2026-06-30" };
const MONTH = { from: "2026-09-01", to: "2026-09-30" };

/** What staff ask, from a township's quarter to the whole district's year. */
type StaffFigure = Exclude<FigureRequest, { do: "figures.own-data" }>;

const QUESTIONS: Readonly<Record<string, (at: number) => StaffFigure>> = {
  "township-kind-quarter": (at) => ({
    do: "figures.count",
    basis: { ...QUARTER, kind: "home_visit", org: `镇${1 + (at % 25)}` },
  }),
  "township-year": (at) => ({ do: "figures.count", basis: { ...YEAR, org: `镇${1 + (at % 25)}` } }),
  "district-kind-quarter": () => ({ do: "figures.count", basis: { ...QUARTER, kind: "reception" } }),
  "district-year": () => ({ do: "figures.count", basis: YEAR }),
  "district-year-by-township": () => ({ do: "figures.cut", basis: YEAR, by: "township", page: 1 }),
  "why-page": (at) => ({ do: "figures.why", basis: { ...QUARTER, kind: "home_visit" }, page: 1 + (at % 9) }),
  deputy: (at) => ({ do: "figures.profile", person: `代表${1 + ((at * 37) % 4000)}` }),
  "missing-month": () => ({ do: "figures.missing", basis: MONTH, page: 1 }),
  todo: () => ({ do: "figures.todo" }),
};

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

async function run(options: ReadonlyMap<string, string>, progress: Progress): Promise<Figures> {
  const records = Number(options.get("records") ?? 1_000_000);
  const deputies = Number(options.get("deputies") ?? 5_000);
  const rounds = Number(options.get("rounds") ?? 20);
  const database = await openScratchDatabase();
  try {
    const { district } = await database.db.transaction((tx) => crowd(tx, deputies, records));
    progress(`${records} records of ${deputies} deputies are in`);
    const figures: Record<string, number> = { records, deputies };
    const all: number[] = [];
    for (const [name, ask] of Object.entries(QUESTIONS)) {
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const startedAt = performance.now();
        await database.db.transaction((tx) => answer(tx, district, ask(round)));
        times.push(performance.now() - startedAt);
      }
      times.sort((a, b) => a - b);
      all.push(...times);
      figures[`${name} p50 ms`] = at(times, 0.5);
      figures[`${name} p99 ms`] = at(times, 0.99);
      progress(`${name}: ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms`);
      if (options.has("plans")) await database.db.transaction((tx) => keepPlans(tx, district, name, ask(0)));
    }
    all.sort((a, b) => a - b);
    return { ...figures, "all p50 ms": at(all, 0.5), "all p99 ms": at(all, 0.99) };
  } finally {
    await database.drop();
  }
}

async function keepPlans(tx: Tx, district: number, name: string, request: StaffFigure): Promise<void> {
  const recorder = recording(tx);
  await answer(recorder.tx, district, request);
  writeFileSync(new URL(`plans/${name}.txt`, import.meta.url), `${recorder.plans.join("\n\n")}\n`);
}

export const bench: Bench = {
  name: "figures",
  summary: "staff figures over a million records of 5,000 deputies; --records N, --plans keeps the plans",
  run,
};
