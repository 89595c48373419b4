import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

/** Files records crowded onto few days and places of a year. */
export const writeSome = async (tx: Tx, seed: number, records: number): Promise<void> => {
  await tx.execute(sql`select setseed(${seed}::float8)`);
  await tx.execute(sql`
    insert into duty_records (number, person_id, mandate_id, kind, starts_on, ends_on, place, counts, approx, narrative,
      source, state, entered_by, acknowledged_at, filed_at)
    select 'K' || nextval('duty_records_id_seq') || '-' || n, m.person_id, m.id,
      (array['home_visit', 'reception', 'inspection'])[1 + floor(random() * 3)], d, d,
      (array['黄连村', '黄 连村', '平寨村', null])[1 + floor(random() * 4)],
      case when random() < 0.2 then '{}'::jsonb
        else jsonb_build_object('households', 1 + floor(random() * 30), 'persons', 1 + floor(random() * 9)) end,
      '[]', '', 'chat', (array['confirmed', 'confirmed', 'verified', 'draft', 'returned', 'withdrawn'])[1 + floor(random() * 6)],
      case when random() < 0.3 then 1 end, case when random() < 0.5 then now() end,
      timestamptz '2026-08-20' + random() * interval '30 days'
    from generate_series(1, ${records}::int4) n cross join lateral (
      select date '2026-01-01' + (floor(random() * 21) * 5 + n * 0)::int d) days
    join lateral (select id, person_id from mandates order by random(), n limit 1) m on true`);
};

// One record out of those there are, at random but for the seed.
const some = sql`(select id from duty_records order by md5(id::text || random()::text) limit 3)`;

const many = sql`(select id from duty_records order by md5(id::text || random()::text) limit 30)`;

/** What may happen to records and mandates between two questions. */
export const CHANGES: Readonly<Record<string, SQL>> = {
  verified: sql`update duty_records set state = 'verified' where id in ${some}`,
  withdrawn: sql`update duty_records set state = 'withdrawn' where id in ${some}`,
  returned: sql`update duty_records set state = 'returned' where id in ${some}`,
  "counted again": sql`update duty_records set state = 'confirmed' where id in ${some}`,
  corrected: sql`update duty_records set counts = '{"households": 77}', place = '平寨村' where id in ${some}`,
  "another day": sql`update duty_records set starts_on = starts_on + 31 where id in ${some}`,
  "another kind": sql`update duty_records set kind = 'mediation' where id in ${some}`,
  answered: sql`update duty_records set acknowledged_at = now() where id in ${some}`,
  entered: sql`update duty_records set entered_by = 1, acknowledged_at = null where id in ${some}`,
  erased: sql`delete from duty_records where id in ${some}`,
  "told alone": sql`update duty_records set narrative = 'x' where id in ${some}`,
  "under another mandate": sql`update duty_records r set mandate_id = m.id, person_id = m.person_id
    from (select id, person_id from mandates order by random() limit 1) m
    where r.id in ${some} and r.activity_id is null`,
  shared: sql`insert into duty_records (number, person_id, mandate_id, kind, starts_on, ends_on, place, counts, approx,
      narrative, source, state, filed_at, shared_from)
    select r.number || '+' || m.id, m.person_id, m.id, r.kind, r.starts_on, r.ends_on, r.place, r.counts, r.approx, '', 'chat',
      'confirmed', now(), r.id from duty_records r, lateral (select id, person_id from mandates
        order by random() limit 1) m where r.id in ${some} on conflict do nothing`,
  "of one activity": sql`update duty_records r set activity_id = 7 + r.id % 2, kind = 'inspection', starts_on = '2026-02-10'
    where r.id in (select distinct on (o.mandate_id) o.id from duty_records o where o.id in ${many} and not exists (
      select 1 from duty_records a where a.mandate_id = o.mandate_id and a.activity_id is not null))`,
  "of no activity": sql`update duty_records set activity_id = null where id in ${some}`,
  "said yes to": sql`update duty_records r set together_with = r.together_with || array[y.id] from (
      select distinct on (r.id) r.id own, coalesce(o.shared_from, o.id) id from duty_records r
      join duty_records o on (o.kind, o.starts_on, o.occasion) = (r.kind, r.starts_on, r.occasion) and o.id <> r.id
      order by r.id, random()) y
    where y.own = r.id and r.activity_id is null and r.id in ${many}`,
  "moved to another township": sql`update mandates m set township_id = o.id from (
      select id from orgs where kind = 'township' order by random() limit 1) o
    where m.id = (select id from mandates order by random() limit 1)`,
  "in no group": sql`update mandates set group_id = null where id = (select id from mandates order by random() limit 1)`,
  "of no township": sql`update mandates set township_id = null
    where id = (select id from mandates order by random() limit 1)`,
};
