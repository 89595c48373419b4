import { sql } from "drizzle-orm";
import { insertOrgs } from "#db/queries/orgs.ts";
import type { OrgKind } from "#src/domain/org.ts";
import type { Tx } from "#db/client.ts";

const TOWNSHIPS = 25;
const GROUPS = 6;
const STATIONS = 2;

/**
 * Fills an empty database with a district of `deputies` and `records` of five years, in a few statements: every
 * township with its groups and stations; of twenty records one withdrawn and one to be verified, of twenty-five one
 * entered by staff; one record in four shares its occasion with another.
 */
export async function crowd(tx: Tx, deputies: number, records: number): Promise<void> {
  const [district = 0] = await insertOrgs(tx, [{ kind: "district", name: "区", parentId: null }]);
  const under = (kind: OrgKind, name: string, parentId: number) => ({ kind, name, parentId });
  const places = Array.from({ length: TOWNSHIPS }, (_, at) => at + 1);
  const townships = await insertOrgs(
    tx,
    places.map((at) => under("township", `镇${at}`, district)),
  );
  const parts = (kind: OrgKind, word: string, each: number) =>
    insertOrgs(
      tx,
      townships.flatMap((id, at) =>
        Array.from({ length: each }, (_, n) => under(kind, `镇${at + 1}${word}${n + 1}`, id)),
      ),
    );
  const groups = await parts("deputy_group", "组", GROUPS);
  const stations = await parts("liaison_station", "站", STATIONS);
  await insertOrgs(
    tx,
    Array.from({ length: TOWNSHIPS * 12 }, (_, at) =>
      under(
        "village",
        `镇${1 + (at % TOWNSHIPS)}村${1 + Math.floor(at / TOWNSHIPS)}`,
        townships[at % TOWNSHIPS] ?? district,
      ),
    ),
  );
  await tx.execute(
    sql`insert into people (name) select '代表' || n from generate_series(1, ${deputies}::int4) n`,
  );
  const nth = (ids: readonly number[], place: ReturnType<typeof sql>) =>
    sql`(${sql.param([...ids])}::int8[])[1 + ${place}]`;
  await tx.execute(sql`
    insert into mandates (person_id, level, term, township_id, group_id, station_id, valid_from)
    select p.id, 'district', '十八', ${nth(townships, sql`p.id % ${TOWNSHIPS}::int8`)},
      ${nth(groups, sql`p.id % ${TOWNSHIPS}::int8 * ${GROUPS}::int8 + p.id / ${TOWNSHIPS}::int8 % ${GROUPS}::int8`)},
      ${nth(stations, sql`p.id % ${TOWNSHIPS}::int8 * ${STATIONS}::int8 + p.id / ${TOWNSHIPS}::int8 % ${STATIONS}::int8`)},
      '2021-12-20'
    from people p`);
  await tx.execute(sql`
    insert into duty_records (number, person_id, mandate_id, kind, starts_on, ends_on, place, counts, approx, narrative,
      source, state, entered_by, acknowledged_at, filed_at)
    select '履-' || n, m.person_id, m.id, k, d, d, '镇' || 1 + m.person_id % 25 || '村' || 1 + floor(random() * 12)::int4 || '组',
      jsonb_build_object('households', 1 + n % 30, 'persons', 1 + n % 11), '[]', '一句话', 'chat',
      case n % 20 when 0 then 'withdrawn' when 1 then 'confirmed' else 'verified' end,
      case when n % 25 = 3 then 1 end, case when n % 50 = 3 then null else d + time '21:00' end, d + time '20:00'
    from generate_series(1, ${records}::int4) n
    cross join lateral (select
      (array['home_visit', 'reception', 'group_activity', 'station_duty', 'mediation', 'training'])[
        1 + floor(random() * 6 + n * 0)::int4] k,
      date '2022-01-01' + floor(random() * 1720 + n * 0)::int4 d) made
    join mandates m on m.id = 1 + (n::int8 * 15485863 % ${deputies}::int8)
    order by d, n`);
}
