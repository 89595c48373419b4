import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CountedFilter } from "#db/queries/figures/counted.ts";
import { listCut } from "#db/queries/figures/cuts.ts";
import { listCounted } from "#db/queries/figures/records.ts";
import { countRecords, countTally, countTallyByKind } from "#db/queries/figures/tallies.ts";
import { DUTY_KINDS, type DutyKind } from "#src/domain/duty-kind.ts";
import { basisOfLine } from "#src/actions/figures/cut-duty.ts";
import { CUTS, type Cut, type FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { type City, openCity } from "#test/support/city.ts";
import { CHANGES } from "#test/support/figure-changes.ts";
import { type Row, tallyByHand } from "#test/oracle/figures.ts";

const KINDS = ["home_visit", "reception", "inspection"] as const satisfies readonly DutyKind[];
const WAITED = new Date("2026-09-09T00:00:00Z");
const ALL = { limit: 100_000, offset: 0 };

let city: City;
let rows: Row[];
let townships: { id: number; name: string }[];
let district: number;

// A thousand records crowded onto few days and places, so that occasions are shared and every state occurs.
beforeAll(async () => {
  city = await openCity();
  await city.database.db.transaction(async (tx) => {
    await tx.execute(sql`select setseed(0.42)`);
    await tx.execute(sql`
      insert into duty_records (number, person_id, mandate_id, kind, starts_on, ends_on, place, counts, approx, narrative,
        source, state, entered_by, acknowledged_at, filed_at)
      select 'T' || n, m.person_id, m.id, (array['home_visit', 'reception', 'inspection'])[1 + floor(random() * 3)],
        d, d + floor(random() * 3)::int, (array['黄连村', '黄 连村', '平寨村', null])[1 + floor(random() * 4)],
        case when random() < 0.2 then '{}'::jsonb
          else jsonb_build_object('households', 1 + floor(random() * 30), 'persons', 1 + floor(random() * 9)) end,
        '[]', '', 'chat', (array['confirmed', 'confirmed', 'verified', 'draft', 'returned', 'withdrawn'])[1 + floor(random() * 6)],
        case when random() < 0.3 then 1 end, case when random() < 0.5 then now() end,
        timestamptz '2026-08-20' + random() * interval '30 days'
      from generate_series(1, 1000) n cross join lateral (
        select date '2026-02-20' + (floor(random() * 50) + n * 0)::int d) days
      join lateral (select id, person_id from mandates order by random(), n limit 1) m on true`);
    await tx.execute(sql`
      update duty_records r set activity_id = starts_on - date '2026-01-01' where r.id in (
        select distinct on (mandate_id, starts_on) id from duty_records where kind = 'inspection' and random() < 0.4)`);
    await tx.execute(sql`
      insert into duty_records (number, person_id, mandate_id, kind, starts_on, ends_on, place, counts, approx, narrative,
        source, state, filed_at, shared_from)
      select 'S' || r.id, m.person_id, m.id, r.kind, r.starts_on, r.ends_on, r.place, '{"households": 20}', r.approx, '',
        'chat', 'confirmed', r.filed_at, r.id
      from (select * from duty_records where random() < 0.5) r
        join lateral (select id, person_id from mandates order by random(), r.id limit 1) m on true
      where r.activity_id is null on conflict do nothing`);
    await tx.execute(CHANGES["said yes to"] ?? sql`select 1`);
  });
  rows = await city.database.db.transaction(async (tx) => [
    ...(await tx.execute<Row>(sql`
      select r.id::text, r.person_id::text person, r.kind, r.starts_on::text as "day", r.place, r.counts, r.state,
        coalesce(r.shared_from, r.id)::text first, r.activity_id::text activity, r.together_with::text[] yes,
        r.entered_by is not null entered, r.acknowledged_at is not null acknowledged,
        to_char(r.filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') filed, m.township_id::text township, m.group_id::text grp
      from duty_records r join mandates m on m.id = r.mandate_id`)),
  ]);
  townships = await city.database.db.transaction(async (tx) =>
    (
      await tx.execute<{ id: string; name: string }>(
        sql`select id::text, name from orgs where kind = 'township'`,
      )
    ).map((row) => ({ id: Number(row.id), name: row.name })),
  );
  district = await city.database.db.transaction(async (tx) =>
    Number((await tx.execute<{ id: string }>(sql`select id::text from orgs where kind = 'district'`))[0]?.id),
  );
});
afterAll(() => city.close());

const day = (n: number): string => new Date(Date.UTC(2026, 1, 15 + n)).toISOString().slice(0, 10);
const anyCut = fc.record({
  kind: fc.option(fc.constantFrom(...KINDS), { nil: undefined }),
  township: fc.option(fc.nat({ max: 1 }), { nil: undefined }),
  place: fc.option(fc.constantFrom("黄连村", "平寨", "村"), { nil: undefined, freq: 1 }),
  from: fc.integer({ min: 0, max: 55 }),
  length: fc.integer({ min: 0, max: 40 }),
});

test("every figure and every division of it is what a count by hand gives", async () => {
  let shared = 0;
  const asked = ["羊昌镇", "东风镇"].map((name) => townships.find((one) => one.name === name)?.id ?? 0);
  await fc.assert(
    fc.asyncProperty(anyCut, async ({ kind, township, place, from, length }) => {
      const org = township === undefined ? undefined : (asked[township] ?? 0);
      const filter: CountedFilter = {
        from: day(from),
        to: day(from + length),
        waitedSince: WAITED,
        whose: { scope: [district], ...(org === undefined ? {} : { orgs: [org] }) },
        ...(kind === undefined ? {} : { kind }),
        ...(place === undefined ? {} : { place }),
      };
      const there = rows.filter((row) => place === undefined || row.place?.includes(place) === true);
      const byHand = tallyByHand(there, { ...filter, kind, township: org });
      await city.database.db.transaction(async (tx) => {
        const tally = await countTally(tx, filter);
        expect(tally).toEqual(byHand);
        await expectPages(tx, filter, tally.records);
        expect(await countRecords(tx, filter)).toBe(tally.records);
        const { byKind } = await countTallyByKind(tx, filter);
        expect(byKind).toEqual((await listCut(tx, filter, "kind", ALL)).lines);
        for (const by of Object.keys(CUTS) as Cut[]) {
          const { lines, total, repeated } = await listCut(tx, filter, by, ALL);
          shared += repeated;
          expect(lines).toHaveLength(total);
          expect(lines.reduce((sum, one) => sum + one.tally.records, 0)).toBe(tally.records);
          if (by === "kind" || by === "township" || by === "month")
            expect(lines.reduce((sum, one) => sum + one.tally.activities, 0)).toBe(
              tally.activities + (by === "township" ? repeated : 0),
            );
        }
      });
    }),
    { numRuns: 40, seed: 7 },
  );
  expect(shared).toBeGreaterThan(20);
});

test("whichever line is tapped, and whichever line of that, what it was made of is what the line said", async () => {
  const generated = fc.record({
    kind: fc.option(fc.constantFrom(...KINDS), { nil: undefined }),
    first: fc.constantFrom(...WAYS),
    second: fc.constantFrom(...WAYS),
    from: fc.integer({ min: 0, max: 40 }),
    length: fc.integer({ min: 5, max: 60 }),
    which: fc.nat({ max: 50 }),
  });
  let followed = 0;
  await fc.assert(
    fc.asyncProperty(generated, async ({ kind, first, second, from, length, which }) => {
      const whole = { from: day(from), to: day(from + length), ...(kind === undefined ? {} : { kind }) };
      await city.database.db.transaction(async (tx) => {
        const one = await tapped(tx, whole, first, which);
        const two = one === undefined ? undefined : await tapped(tx, one, second, which);
        followed += two === undefined ? 0 : 1;
      });
    }),
    { numRuns: 60, seed: 11 },
  );
  expect(followed).toBeGreaterThan(30);
});

/** Divides a figure, looks that its lines add up, and follows one of them. */
async function tapped(tx: Tx, basis: FigureBasis, by: Cut, which: number): Promise<FigureBasis | undefined> {
  const whole = await countTally(tx, toFilter(basis));
  const { lines } = await listCut(tx, toFilter(basis), by, ALL);
  expect(lines.reduce((sum, one) => sum + one.tally.records, 0)).toBe(whole.records);
  expect(lines.reduce((sum, one) => sum + one.tally.unconfirmed, 0)).toBe(whole.unconfirmed);
  const line = lines[which % Math.max(1, lines.length)];
  const made = line === undefined ? undefined : basisOfLine(line.key, basis, by);
  if (line === undefined || made === undefined) return undefined;
  const filter = toFilter(made);
  const { deputies: _, ...tally } = await countTally(tx, filter);
  expect(tally).toEqual(line.tally);
  await expectPages(tx, filter, tally.records);
  return made;
}

/** The pages of a list, whichever end each is read from, are the list. */
async function expectPages(tx: Tx, filter: CountedFilter, total: number): Promise<void> {
  const whole = await listCounted(tx, filter, { ...ALL, total });
  expect(whole).toHaveLength(total);
  const limit = Math.max(1, Math.ceil(total / 4) - 1);
  for (let offset = 0; offset <= total; offset += limit)
    expect(await listCounted(tx, filter, { limit, offset, total })).toEqual(
      whole.slice(offset, offset + limit),
    );
}

const WAYS = Object.keys(CUTS) as Cut[];

const toFilter = ({ parts, from, to, kind }: FigureBasis): CountedFilter => ({
  from,
  to,
  waitedSince: WAITED,
  whose: { scope: [district], ...(parts === undefined ? {} : { parts }) },
  ...(kind === undefined ? {} : { kind }),
});

test("nothing outside the scope is in any figure", async () => {
  const yangchang = townships.find((one) => one.name === "羊昌镇")?.id ?? 0;
  const dongfeng = townships.find((one) => one.name === "东风镇")?.id ?? 0;
  const period = { from: day(0), to: day(90), waitedSince: WAITED };
  await city.database.db.transaction(async (tx) => {
    const mine = await countTally(tx, { ...period, whose: { scope: [yangchang] } });
    expect(mine).toEqual(tallyByHand(rows, { ...period, kind: undefined, township: yangchang }));
    const across = await countTally(tx, { ...period, whose: { scope: [yangchang], orgs: [dongfeng] } });
    expect(across.records).toBe(0);
    const nobody = await countTally(tx, { ...period, whose: { scope: [] } });
    expect(nobody.records).toBe(0);
  });
  expect(Object.keys(DUTY_KINDS)).toEqual(expect.arrayContaining([...KINDS]));
});
