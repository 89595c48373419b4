import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { StaffRole } from "#src/domain/person.ts";
import type { Tx } from "../client.ts";
import { isInOffice } from "./in-office.ts";
import { orgsOfMandate } from "./in-scope.ts";
import { isRoleHeld } from "./role-held.ts";

/** What waits for one member of staff, and who has filed nothing lately, within what the person looks after. */
export type Digest = {
  readonly pendingLeaves: number;
  readonly unfinalised: number;
  readonly late: number;
  readonly silent: number;
  readonly silentNames: readonly string[];
};

type Row = {
  person_id: string;
  pending: number;
  unfinalised: number;
  late: number;
  silent: number;
  names: string;
};

/** The digests of several people in one statement. Nobody's own record is part of it. */
export async function listDigests(
  tx: Tx,
  people: readonly number[],
  view: {
    readonly now: Date;
    readonly today: Day;
    readonly since: Day;
    readonly names: number;
    /** Roles whose subtrees count. */
    readonly roles: readonly StaffRole[];
  },
): Promise<Map<number, Digest>> {
  const today = sql`${view.today}::date`;
  const rows = await tx.execute<Row>(sql`
    with reader as (select r.person_id, r.org_id from staff_roles r
      where r.person_id = any(${sql.param([...people])}::int8[]) and r.role = any(${sql.param([...view.roles])}::text[])
        and ${isRoleHeld(view.today)}),
    seen as (select distinct r.person_id, t.descendant_id org_id from reader r
      join org_tree t on t.ancestor_id = r.org_id),
    looked_after as (select distinct s.person_id reader, m.id mandate_id, m.person_id deputy, p.name from seen s
      join mandates m on s.org_id in ${orgsOfMandate} join people p on p.id = m.person_id
      where ${isInOffice(today)} and m.valid_from <= ${view.since}::date and m.person_id <> s.person_id),
    leave as (select reader, count(*)::int n from looked_after a join leaves l on l.mandate_id = a.mandate_id
      where l.state = 'pending' group by reader),
    unfinal as (select s.person_id reader, count(distinct a.id)::int n from seen s join activities a on a.org_id = s.org_id
      where a.state = 'planned' and a.starts_at < ${view.now.toISOString()}::timestamptz group by s.person_id),
    overdue as (select reader, count(distinct deputy)::int n from looked_after a
      join obligations b on b.mandate_id = a.mandate_id
      where b.state in ('open', 'returned') and b.due_on < ${today} group by reader),
    quiet as (select distinct a.reader, a.deputy, a.name from looked_after a where not exists (
      select 1 from duty_records d where d.person_id = a.deputy and d.starts_on >= ${view.since}::date
        and d.state in ('confirmed', 'verified'))),
    silent as (select reader, count(*)::int n,
        json_agg(name order by name) filter (where place <= ${view.names}) names
      from (select *, row_number() over (partition by reader order by name) place from quiet) q group by reader)
    select p.person_id::text, coalesce(l.n, 0) pending, coalesce(u.n, 0) unfinalised, coalesce(o.n, 0) late,
      coalesce(s.n, 0) silent,
      coalesce(s.names, '[]')::text names
    from (select distinct person_id from reader) p
    left join leave l on l.reader = p.person_id left join unfinal u on u.reader = p.person_id
    left join overdue o on o.reader = p.person_id
    left join silent s on s.reader = p.person_id`);
  return new Map(rows.map((row) => [Number(row.person_id), toDigest(row)]));
}

const toDigest = ({ pending, unfinalised, late, silent, names }: Row): Digest => ({
  pendingLeaves: pending,
  unfinalised,
  late,
  silent,
  silentNames: JSON.parse(names) as string[],
});
