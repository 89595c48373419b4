import { sql } from "drizzle-orm";
import { insertOrgs } from "#db/queries/orgs.ts";
import type { Tx } from "#db/client.ts";

/** A district made up for measuring: its id, and those of its townships. */
export type Crowd = { readonly district: number; readonly townships: readonly number[] };

const TOWNSHIPS = 25;

/** Fills an empty database with a district of `deputies` and `records` of five years, in a few statements. */
export async function crowd(tx: Tx, deputies: number, records: number): Promise<Crowd> {
  const [district = 0] = await insertOrgs(tx, [{ kind: "district", name: "区", parentId: null }]);
  const names = Array.from({ length: TOWNSHIPS }, (_, at) => `镇${at + 1}`);
  const townships = await insertOrgs(
    tx,
    names.map((name) => ({ kind: "township" as const, name, parentId: district })),
  );
  await tx.execute(sql`select setseed(0.5)`);
  await tx.execute(
    sql`insert into people (name) select '代表' || n from generate_series(1, ${deputies}::int4) n`,
  );
  await tx.execute(sql`
    insert into mandates (person_id, level, term, township_id, valid_from)
    select p.id, 'district', '十八', (${sql.param([...townships])}::int8[])[1 + p.id % ${TOWNSHIPS}::int8], '2021-12-20'
    from people p`);
  await tx.execute(sql`
    insert into duty_records (number, person_id, mandate_id, kind, starts_on, ends_on, place, counts, approx, narrative,
      source, state, acknowledged_at, filed_at)
    select '履-' || n, m.person_id, m.id, k, d, d, '村' || (n::int8 * 7919 % 200),
      jsonb_build_object('households', 1 + n % 30, 'persons', 1 + n % 11), '[]', '一句话', 'chat',
      case n % 20 when 0 then 'withdrawn' when 1 then 'confirmed' else 'verified' end, now(), d + time '20:00'
    from generate_series(1, ${records}::int4) n
    cross join lateral (select
      (array['home_visit', 'reception', 'group_activity', 'station_duty', 'mediation', 'training'])[1 + n % 6] k,
      date '2022-01-01' + (n::int8 * 104729 % 1720)::int4 d) made
    join mandates m on m.id = 1 + (n::int8 * 15485863 % ${deputies}::int8)`);
  await tx.execute(sql`analyze`);
  return { district, townships };
}
