import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";

const OPINIONS = 200_000;

/**
 * Adds to the crowd what else staff ask about: an activity of every township in every month, each with all of its
 * deputies, told of in chat (of a hundred three absent, five on leave, two late); and opinions, of a hundred one
 * urgent and two withdrawn.
 */
export async function gatherings(tx: Tx): Promise<void> {
  await tx.execute(sql`
    insert into activities (number, org_id, kind, title, starts_at, on_day, state, created_at, final_at)
    select '活-' || t.id || '-' || d, t.id, 'inspection', '视察', d + time '09:00', d, 'final', d - 9, d + 1
    from orgs t cross join (select (m + interval '9 days')::date d
      from generate_series('2022-01-01'::timestamp, '2026-09-01', interval '1 month') m) days
    where t.kind = 'township'`);
  await tx.execute(sql`
    insert into attendances (activity_id, mandate_id, person_id, status, marked_at)
    select a.id, m.id, m.person_id, case n when 0 then 'absent' when 1 then 'absent' when 2 then 'absent'
      when 3 then 'leave' when 4 then 'leave' when 5 then 'leave' when 6 then 'leave' when 7 then 'leave'
      when 8 then 'late' when 9 then 'late' else 'present' end, a.final_at
    from activities a join mandates m on m.township_id = a.org_id
      cross join lateral (select abs(hashint8(m.id * 100003 + a.id)) % 100 n) mixed`);
  await tx.execute(sql`
    insert into notices (activity_id, mandate_id, way, delivered_at)
    select a.id, t.mandate_id, 'chat', a.starts_at - interval '5 days'
    from attendances t join activities a on a.id = t.activity_id`);
  await tx.execute(sql`
    insert into leaves (activity_id, mandate_id, person_id, reason, state, requested_at, decided_at)
    select activity_id, mandate_id, person_id, 'illness', 'approved', marked_at - interval '3 days',
      marked_at - interval '2 days'
    from attendances where status = 'leave'`);
  await tx.execute(sql`
    insert into opinions (number, person_id, mandate_id, township_id, text, category, urgent, state, filed_at)
    select '意-' || n, m.person_id, m.id, m.township_id, '路灯坏了,晚上走路看不见',
      (${sql.param(Object.keys(OPINION_CATEGORIES))}::text[])[1 + n % ${Object.keys(OPINION_CATEGORIES).length}::int4],
      n % 100 = 7, case when n % 50 = 3 then 'withdrawn' else 'registered' end,
      '2022-01-01'::timestamptz + n * interval '743 seconds'
    from generate_series(1, ${OPINIONS}::int4) n
      join mandates m on m.id = 1 + (n::int8 * 15485863 % (select count(*) from mandates))`);
}
