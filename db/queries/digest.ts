import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { StaffRole } from "#src/domain/person.ts";
import type { Tx } from "../client.ts";
import type { StrikeRule } from "./absence-cases.ts";
import { isUndecided } from "./absence-objections.ts";
import { isInOffice } from "./in-office.ts";
import { orgsOfMandate } from "./in-scope.ts";
import { isStillOwed } from "./owed.ts";
import { isRoleHeld } from "./role-held.ts";

/** What waits for one member of staff, and who has filed nothing lately, within what the person looks after. */
export type Digest = {
  readonly unfinalised: number;
  /** Reports handed in that the reader decides on. */
  readonly submissions: number;
  readonly unverified: number;
  /** Absences that the office has to look into, and objections that nobody has decided on. */
  readonly cases: number;
  readonly objections: number;
  /** Planned activities without a day. */
  readonly undated: number;
  readonly late: number;
  readonly silent: number;
  readonly silentNames: readonly string[];
};

type Row = {
  person_id: string;
  unfinalised: number;
  submissions: number;
  unverified: number;
  cases: number;
  objections: number;
  undated: number;
  late: number;
  silent: number;
  names: string;
};

/** Whose digests, of when, and by which rules. */
export type DigestView = {
  readonly now: Date;
  readonly today: Day;
  readonly since: Day;
  readonly names: number;
  /** Roles whose subtrees count. */
  readonly roles: readonly StaffRole[];
  /** Who decides on reports of which rule, beside the office. */
  readonly takers: readonly { readonly rule: string; readonly role: StaffRole }[];
  readonly strikes: readonly StrikeRule[];
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
    ${deskRows(people, view)},
    unfinal as (select s.person_id reader, count(distinct a.id)::int n from seen s join activities a on a.org_id = s.org_id
      where a.state = 'planned' and a.starts_at < ${view.now.toISOString()}::timestamptz group by s.person_id),
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
    select p.person_id::text, coalesce(u.n, 0) unfinalised, coalesce(o.n, 0) late,
      coalesce(h.n, 0) submissions, coalesce(c.n, 0) unverified, coalesce(k.n, 0) cases,
      coalesce(j.n, 0) objections, coalesce(d.n, 0) undated,
      coalesce(s.n, 0) silent,
      coalesce(s.names, '[]')::text names
    from (select distinct person_id from reader) p
    left join unfinal u on u.reader = p.person_id
    left join overdue o on o.reader = p.person_id
    left join handed h on h.reader = p.person_id left join unchecked c on c.reader = p.person_id
    left join struck k on k.reader = p.person_id left join objected j on j.reader = p.person_id
    left join dayless d on d.reader = p.person_id
    left join silent s on s.reader = p.person_id`);
  return new Map(rows.map((row) => [Number(row.person_id), toDigest(row)]));
}

const toDigest = (row: Row): Digest => ({
  unfinalised: row.unfinalised,
  submissions: row.submissions,
  unverified: row.unverified,
  cases: row.cases,
  objections: row.objections,
  undated: row.undated,
  late: row.late,
  silent: row.silent,
  silentNames: JSON.parse(row.names) as string[],
});

/** SQL: rows of what waits on the desk of each reader, over `seen` and `looked_after`. */
const deskRows = (
  people: readonly number[],
  view: DigestView,
) => sql`office as (select r.person_id from staff_roles r where r.role = 'office' and ${isRoleHeld(view.today)}),
    handed as (select r.person_id reader, count(distinct b.id)::int n from staff_roles r
      join unnest(${sql.param(view.takers.map((one) => one.rule))}::text[],
        ${sql.param(view.takers.map((one) => one.role))}::text[]) as c(rule, role) on r.role in (c.role, 'office')
      join obligations b on b.rule = c.rule and b.state = 'submitted' and b.person_id <> r.person_id
      join mandates m on m.id = b.mandate_id join org_tree t on t.ancestor_id = r.org_id and t.descendant_id in ${orgsOfMandate}
      where r.person_id = any(${sql.param([...people])}::int8[]) and ${isRoleHeld(view.today)} group by r.person_id),
    unchecked as (select reader, count(distinct d.id)::int n from looked_after a
      join duty_records d on d.mandate_id = a.mandate_id
      where d.state = 'confirmed' and (d.entered_by is null or d.acknowledged_at is not null) group by reader),
    struck as (select a.reader, count(*)::int n
      from looked_after a join office o on o.person_id = a.reader join absence_notices n on n.mandate_id = a.mandate_id
      join unnest(${sql.param(view.strikes.map((one) => one.rule))}::text[],
        ${sql.param(view.strikes.map((one) => one.level))}::int4[]) as s(rule, level)
        on s.rule = n.rule and n.level >= s.level
      where n.withdrawn_at is null and n.handled_at is null group by a.reader),
    objected as (select s.person_id reader, count(distinct (n.person_id, n.activity_id))::int n from absence_notices n
      join activities a on a.id = n.activity_id join seen s on s.org_id = a.org_id
      join office o on o.person_id = s.person_id
      where ${isUndecided} and n.person_id <> s.person_id group by s.person_id),
    dayless as (select s.person_id reader, count(distinct u.id)::int n from seen s
      join undated_plans u on u.org_id = s.org_id and u.closed_at is null group by s.person_id)`;
