import { sql } from "drizzle-orm";
import type { City } from "./city.ts";

/** Lets a deputy of the sample be absent as often more, each time from a final activity of 羊昌镇 in April that he or she was told of. */
export async function absentAgain({ database: { db } }: City, name: string, times: number): Promise<void> {
  const [last] = await db.execute<{ n: number }>(
    sql`select coalesce(max(id), 0)::int4 n from activities where id > 9000`,
  );
  const after = Math.max(9_000, last?.n ?? 0);
  await db.execute(sql`
    insert into activities overriding system value
    select (jsonb_populate_record(null::activities, to_jsonb(a) || jsonb_build_object('id', ${after}::int4 + n,
      'number', '活-2026-' || (${after}::int4 + n), 'starts_at', timestamptz '2026-04-01 09:00+08' + n * interval '1 day',
      'on_day', date '2026-04-01' + n, 'created_at', '2026-03-01', 'plan_key', null))).*
    from activities a, generate_series(1, ${times}::int4) n where a.number = '活-2026-001'`);
  await db.execute(sql`
    insert into attendances
    select (jsonb_populate_record(null::attendances, to_jsonb(t) || jsonb_build_object('activity_id', ${after}::int4 + n,
      'called_at', null, 'status', 'absent'))).*
    from attendances t join activities a on a.id = t.activity_id join people p on p.id = t.person_id,
      generate_series(1, ${times}::int4) n
    where a.number = '活-2026-001' and p.name = ${name}`);
  await db.execute(sql`
    insert into notices (activity_id, mandate_id, way, delivered_at)
    select t.activity_id, t.mandate_id, 'paper', '2026-03-20' from attendances t where t.activity_id > ${after}::int8`);
}
