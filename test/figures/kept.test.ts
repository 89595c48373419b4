import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isTransient, type Tx } from "#db/client.ts";
import type { CountedFilter } from "#db/queries/figures/counted.ts";
import { listCut } from "#db/queries/figures/cuts.ts";
import { keepFigures } from "#db/queries/figures/keep.ts";
import { countRecords, countTally, countTallyByKind } from "#db/queries/figures/tallies.ts";
import { CUTS, type Cut } from "#src/domain/figures/figure-basis.ts";
import { type City, openCity } from "#test/support/city.ts";
import { CHANGES, writeSome } from "#test/support/figure-changes.ts";
import { addUp } from "#test/support/add-up.ts";
import { type Row, tallyByHand } from "#test/oracle/figures.ts";

const ALL = { limit: 100_000, offset: 0 };
const WAITED = new Date("2026-09-09T00:00:00Z");

const SHARING = ["of one activity", "shared", "said yes to"];

let city: City;
let orgs: number[];
let district: number;

beforeAll(async () => {
  city = await openCity();
  await inTx(async (tx) => {
    await writeSome(tx, 0.42, 400);
    for (const name of [...SHARING, ...SHARING, ...SHARING]) await tx.execute(CHANGES[name] ?? sql`select 1`);
  });
  orgs = await inTx(async (tx) => {
    const rows = await tx.execute<{
      id: string;
    }>(sql`select id::text from orgs where kind in ('township', 'deputy_group',
      'liaison_station') order by id`);
    return rows.map((row) => Number(row.id));
  });
  district = await inTx(async (tx) =>
    Number((await tx.execute<{ id: string }>(sql`select id::text from orgs where kind = 'district'`))[0]?.id),
  );
});
afterAll(() => city.close());

const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => city.database.db.transaction(work);

const step = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...Object.keys(CHANGES)) },
  { weight: 2, arbitrary: fc.constant("kept") },
  { weight: 1, arbitrary: fc.constant("written") },
  { weight: 1, arbitrary: fc.constantFrom(...SHARING) },
);
const asked = fc.record({
  from: fc.constantFrom("2026-01-01", "2026-02-01", "2026-02-14", "2025-11-05"),
  to: fc.constantFrom("2026-04-30", "2026-04-15", "2026-12-31", "2026-03-31"),
  kind: fc.option(fc.constantFrom("home_visit" as const, "inspection" as const), { nil: undefined }),
  org: fc.option(fc.nat({ max: 100 }), { nil: undefined }),
  waited: fc.constantFrom("2026-08-25T00:00:00Z", "2026-09-09T00:00:00Z", "2026-10-01T00:00:00Z"),
});

test("whatever happens to records and mandates, and whenever sums are made, every figure is what a count gives", async () => {
  let kept = 0;
  let taken = 0;
  const run = fc.record({
    steps: fc.array(step, { minLength: 3, maxLength: 8 }),
    ask: fc.array(asked, { minLength: 1, maxLength: 2 }),
    seed: fc.nat({ max: 1000 }),
  });
  await fc.assert(
    fc.asyncProperty(run, async ({ steps, ask, seed }) => {
      await inTx((tx) => tx.execute(sql`select setseed(${seed / 1000}::float8)`));
      for (const one of steps) {
        if (one === "kept") await inTx((tx) => keepFigures(tx, WAITED, 1 + (seed % 20)));
        else if (one === "written") await inTx((tx) => writeSome(tx, seed / 1000, 5));
        else await inTx((tx) => tx.execute(CHANGES[one] ?? sql`select 1`));
      }
      // As it is most of the time: all sums hold.
      if (seed % 2 === 0) await inTx((tx) => keepFigures(tx, WAITED, 1_000));
      const whole = { from: "2025-11-01", to: "2026-12-31", kind: undefined, org: undefined, waited: WAITED };
      for (const { from, to, kind, org, waited } of [whole, ...ask]) {
        const scope = [org === undefined ? district : (orgs[org % orgs.length] ?? 0)];
        const filter = { from, to, waitedSince: new Date(waited), whose: { scope }, ...(kind && { kind }) };
        const { cells, settled } = await inTx((tx) => expectSame(tx, filter, scope));
        kept += cells;
        if (settled) taken += 1;
      }
    }),
    { numRuns: 30, seed: 3 },
  );
  expect(kept).toBeGreaterThan(100);
  expect(taken).toBeGreaterThan(5);
}, 60_000);

test("two processes make sums while deputies write and mandates move: at every moment figures are what a count gives", async () => {
  const until = Date.now() + 4_000;
  let looks = 0;
  const whileTime = async (work: () => Promise<unknown>): Promise<void> => {
    while (Date.now() < until || looks <= 20) await work();
  };
  const change = async (names: readonly string[]): Promise<void> => {
    const name = names[Math.floor(Math.random() * names.length)] ?? "";
    await inTx(async (tx) => {
      await tx.execute(sql`set local deadlock_timeout = '50ms'`);
      await tx.execute(CHANGES[name] ?? sql`select 1`);
      await sleep(Math.random() * 30);
    }).catch(retried);
  };
  const ofRecords = Object.keys(CHANGES).filter((name) => !/moved|group|township/u.test(name));
  await Promise.all([
    whileTime(() => inTx((tx) => writeSome(tx, Math.random(), 3))),
    whileTime(() => change(ofRecords)),
    whileTime(() => change(Object.keys(CHANGES))),
    whileTime(() => inTx((tx) => keepFigures(tx, WAITED, 5))),
    whileTime(() => inTx((tx) => keepFigures(tx, WAITED, 50))),
    whileTime(async () => {
      await inTx((tx) => expectCounted(tx));
      looks += 1;
    }),
  ]);
  expect(looks).toBeGreaterThan(20);
  expect(await inTx((tx) => keepFigures(tx, WAITED, 1_000))).toBeGreaterThanOrEqual(0);
  expect(await inTx((tx) => keepFigures(tx, WAITED, 1_000))).toBe(0);
  await inTx((tx) => expectCounted(tx));
}, 30_000);

// Two of the made-up changes may want the same records in different order, or one seat of the same activity.
const retried = (error: unknown): void => {
  const isTaken = error instanceof Error && String(error.cause).includes("duty_records_activity");
  if (!isTransient(error) && !isTaken) throw error;
};

async function expectCounted(tx: Tx): Promise<void> {
  await tx.execute(sql`set transaction isolation level repeatable read`);
  const filter = { from: "2025-12-01", to: "2026-12-31", waitedSince: WAITED, whose: { scope: [district] } };
  const byHand = tallyByHand(await listRows(tx, [district]), {
    ...filter,
    kind: undefined,
    township: undefined,
  });
  expect(await countTally(tx, filter)).toEqual(byHand);
}

/**
 * Every figure and division with what is kept, without it, and by hand. Returns how many months were kept, and whether
 * what is kept of shared occasions of all townships was taken away.
 */
async function expectSame(tx: Tx, filter: CountedFilter, scope: readonly number[]) {
  const cells = await tx.execute(sql`select from figure_cells`);
  const shown = await everyCut(tx, filter);
  await tx.execute(sql`savepoint kept`);
  await tx.execute(sql`delete from figure_cells`);
  expect(shown).toEqual(await everyCut(tx, filter));
  await tx.execute(sql`rollback to savepoint kept`);
  await tx.execute(sql`delete from figure_repeats`);
  const more = (await countTally(tx, filter)).activities - shown.tally.activities;
  await tx.execute(sql`rollback to savepoint kept`);
  const rows = await listRows(tx, scope);
  expect(await addUp(tx, filter, Object.keys(shown.tally.counts))).toEqual([
    shown.tally.records,
    shown.tally.activities,
    ...Object.values(shown.tally.counts),
  ]);
  const byHand = { ...filter, kind: filter.kind, township: undefined };
  expect(shown.tally).toEqual(tallyByHand(rows, byHand));
  for (const [by, column] of Object.entries({
    township: "township",
    group: "grp",
    deputy: "person",
  } as const))
    for (const { key, tally } of (await listCut(tx, filter, by as Cut, ALL)).lines) {
      const { deputies: _, ...line } = tallyByHand(
        rows.filter((row) => (row[column] ?? "") === key),
        byHand,
      );
      expect([by, tally]).toEqual([by, line]);
    }
  return { cells: cells.length, settled: more > 0 };
}

async function everyCut(tx: Tx, filter: CountedFilter) {
  const cuts: unknown[] = [];
  for (const by of WAYS) cuts.push(by, await listCut(tx, filter, by, ALL));
  cuts.push(await listCut(tx, filter, "deputy", { limit: 2, offset: 1 }));
  const records = await countRecords(tx, filter);
  return { ...(await countTallyByKind(tx, filter)), records, cuts };
}

const WAYS = Object.keys(CUTS) as Cut[];

const listRows = async (tx: Tx, scope: readonly number[]): Promise<Row[]> => [
  ...(await tx.execute<Row>(sql`
    select r.id::text, r.person_id::text person, r.kind, r.starts_on::text as "day", r.place, r.counts, r.state,
      r.entered_by is not null entered, r.acknowledged_at is not null acknowledged, coalesce(r.shared_from, r.id)::text first,
      r.activity_id::text activity, r.together_with::text[] yes,
      to_char(r.filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') filed, m.township_id::text township, m.group_id::text grp
    from duty_records r join mandates m on m.id = r.mandate_id where exists (select 1 from org_tree t
      where t.ancestor_id = any(${sql.param([...scope])}::int8[]) and (t.descendant_id = m.township_id
        or t.descendant_id = m.group_id or t.descendant_id = m.station_id))`)),
];
