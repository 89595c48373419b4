import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { StaffRole } from "#src/domain/person.ts";
import type { Tx } from "../client.ts";
import { isInOffice } from "./in-office.ts";
import { orgsOfMandate } from "./in-scope.ts";
import { isStillOwed } from "./owed.ts";
import { isRoleHeld } from "./role-held.ts";

/** Of those whom one member of staff looks after: who is late with something, and who has filed nothing lately. */
export type Digest = {
  readonly late: number;
  readonly silent: number;
  readonly silentNames: readonly string[];
};

type Row = { person_id: string; late: number; silent: number; names: string };

/** Whose digests, of when, and by which rules. */
export type DigestView = {
  readonly today: Day;
  readonly since: Day;
  readonly names: number;
  /** Roles whose subtrees count. */
  readonly roles: readonly StaffRole[];
};

/** The digests of several people in one statement. Nobody's own record is part of it. */
export async function listDigests(
  tx: Tx,
  people: readonly number[],
  view: DigestView,
): Promise<Map<number, Digest>> {
  const today = sql`${view.today}::date`;
  const rows = await tx.execute<Row>(sql`
    with reader as (select r.person_id, r.org_id from staff_roles r
      where r.person_id = any(${sql.param([...people])}::int8[]) and r.role = any(${sql.param([...view.roles])}::text[])
        and ${isRoleHeld(view.today)}),
    seen as (select distinct r.person_id, t.descendant_id org_id from reader r
      join org_tree t on t.ancestor_id = r.org_id),
    looked_after as (select distinct s.person_id reader, m.id mandate_id, m.person_id deputy, p.name,
        m.valid_from <= ${view.since}::date settled from seen s
      join mandates m on s.org_id in ${orgsOfMandate} join people p on p.id = m.person_id
      where ${isInOffice(today)} and m.person_id <> s.person_id),
    overdue as (select s.person_id reader, count(distinct b.person_id)::int n
      from obligations b join mandates m on m.id = b.mandate_id join seen s on s.org_id in ${orgsOfMandate}
      where b.state in ('open', 'returned') and b.due_on < ${today} and b.person_id <> s.person_id
        and ${isStillOwed(today)} group by s.person_id),
    quiet as (select distinct a.reader, a.deputy, a.name from looked_after a where a.settled and not exists (
      select 1 from duty_records d where d.person_id = a.deputy and d.starts_on >= ${view.since}::date
        and d.state in ('confirmed', 'verified'))),
    silent as (select reader, count(*)::int n,
        json_agg(name order by name) filter (where place <= ${view.names}) names
      from (select *, row_number() over (partition by reader order by name) place from quiet) q group by reader)
    select p.person_id::text, coalesce(o.n, 0) late, coalesce(s.n, 0) silent, coalesce(s.names, '[]')::text names
    from (select distinct person_id from reader) p
    left join overdue o on o.reader = p.person_id
    left join silent s on s.reader = p.person_id`);
  return new Map(rows.map((row) => [Number(row.person_id), toDigest(row)]));
}

const toDigest = ({ late, silent, names }: Row): Digest => ({
  late,
  silent,
  silentNames: JSON.parse(names) as string[],
});
