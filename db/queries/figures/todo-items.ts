import { type SQL, sql } from "drizzle-orm";
import type { DeputyTodo, StaffTodo, TodoItem, TodoKind } from "#src/domain/figures/todo.ts";
import { isOpenCase } from "../absence-cases.ts";
import { isUndecidedIn } from "../absence-objections.ts";
import { isOpenFor } from "../feedback.ts";
import { isDecidable } from "../leave-decisions.ts";
import { isStillToDecide } from "../still-to-decide.ts";
import type { Tx } from "../../client.ts";
import { isCompetent } from "../waiting-submissions.ts";
import { isOf } from "./counted.ts";
import { isOpinionIn } from "./opinion-counts.ts";
import { isCorrectionFor, liesWithin, type StaffTodoAsker, waits } from "./todo.ts";

/** Which of what waits: one kind, or the first of every kind. */
export type Stretch = { readonly of?: TodoKind; readonly limit: number; readonly offset: number };

/** Who asks, and by which rules leave is decided and absences become cases. */
export type StaffAsker = StaffTodoAsker & { readonly zone: string };

type Branches<K extends TodoKind> = Readonly<Record<K, SQL>>;

/** What waits for staff, each kind by how long it waits, longest first. */
export function listStaffItems(tx: Tx, asker: StaffAsker, stretch: Stretch): Promise<TodoItem[]> {
  const { scope, actorId, today, office, zone, rights } = asker;
  const on = (at: SQL) => sql`(${at} at time zone ${zone})::date`;
  const record = (
    which: SQL,
  ): SQL => sql`select r.number, p.name who, r.kind what, ${on(sql`r.filed_at`)} since, longest.place
    from (
      select r.id, row_number() over (order by r.filed_at, r.id) place from duty_records r
      where r.state = 'confirmed' and ${which}
        and r.mandate_id in (select m.id from mandates m where ${isOf({ scope })})
      order by r.filed_at, r.id limit ${stretch.limit + stretch.offset}) longest
    join duty_records r on r.id = longest.id join people p on p.id = r.person_id`;
  const activity = sql`select a.number, null::text who, a.title what, a.on_day since from activities a
    where a.state = 'planned' and a.on_day < ${today}::date and exists (select 1 from org_tree s
      where s.ancestor_id = any(${sql.param([...scope])}::int8[]) and s.descendant_id = a.org_id)`;
  const branches: Branches<keyof StaffTodo> = {
    ...officeItems(asker, on),
    leaves: sql`select a.number, p.name who, a.title what, ${on(sql`l.requested_at`)} since,
        jsonb_build_object('on', a.on_day, 'reason', l.reason, 'late', l.late, 'again', l.decided_at is not null) leave
      from leaves l join activities a on a.id = l.activity_id join people p on p.id = l.person_id
      join mandates m on m.id = l.mandate_id where ${isStillToDecide} and ${isDecidable(rights)}
        and ${liesWithin(asker)}`,
    unfinalised: activity,
    undated: sql`select u.number, null::text who, u.said || ' ' || u.title what, u.from_day since
      from undated_plans u where u.closed_at is null and exists (select 1 from org_tree s
        where s.ancestor_id = any(${sql.param([...scope])}::int8[]) and s.descendant_id = u.org_id)`,
    unverified: record(sql`not ${waits(asker)} and r.person_id <> ${actorId}::int8`),
    opinions: sql`select o.number, null::text who, o.place what, ${on(sql`o.filed_at`)} since, longest.place
      from (
        select o.id, row_number() over (order by o.filed_at, o.id) place from opinions o
        where o.state = 'registered' and ${isOpinionIn(scope, office)}
        order by o.filed_at, o.id limit ${stretch.limit + stretch.offset}) longest
      join opinions o on o.id = longest.id`,
    suggestions: sql`select s.number, p.name who, s.title what, ${on(sql`s.filed_at`)} since
      from suggestions s join mandates m on m.id = s.mandate_id join people p on p.id = s.person_id
      where s.state = 'submitted' and ${isOf({ scope })}`,
    submissions: sql`select ''::text number, p.name who, b.title what, ${on(sql`b.submitted_at`)} since
      from obligations b join mandates m on m.id = b.mandate_id join people p on p.id = b.person_id
      where b.state = 'submitted' and b.person_id <> ${actorId}::int8 and ${isCompetent(asker.competences)}
        and ${liesWithin(asker)}`,
    corrections: sql`select c.id::text number, p.name who, null::text what, ${on(sql`c.asked_at`)} since
      from corrections c join people p on p.id = c.person_id where ${isCorrectionFor(asker)}`,
    waiting: record(waits(asker)),
  };
  return list(tx, branches, stretch);
}

// What waits for the office alone.
const officeItems = (
  { office, judges, scope, actorId, rules }: StaffAsker,
  on: (at: SQL) => SQL,
): Branches<"cases" | "objections" | "feedback"> => ({
  ...(judges
    ? {
        cases: sql`select a.number, p.name who, a.title what, ${on(sql`n.created_at`)} since
          from absence_notices n join mandates m on m.id = n.mandate_id join people p on p.id = n.person_id
          join activities a on a.id = n.activity_id where ${isOpenCase(scope, rules)}`,
        objections: sql`select a.number, p.name who, a.title what, ${on(sql`min(n.objected_at)`)} since
          from absence_notices n join people p on p.id = n.person_id join activities a on a.id = n.activity_id
          where n.person_id <> ${actorId}::int8 and ${isUndecidedIn(scope)} group by p.id, a.id`,
      }
    : { cases: NONE, objections: NONE }),
  feedback: office
    ? sql`select feedback.id::text number, null::text who, null::text what, ${on(sql`feedback.at`)} since
        from feedback where ${isOpenFor(scope)}`
    : NONE,
});

/** What waits for a deputy's own word, longest first, without what is owed: that goes by the rules of the day, too. */
export function listDeputyItems(
  tx: Tx,
  { actorId, today, zone }: Pick<StaffAsker, "actorId" | "today" | "zone">,
  stretch: Stretch,
): Promise<TodoItem[]> {
  const own = sql`select r.number, e.name who, r.kind what, (r.filed_at at time zone ${zone})::date since
    from duty_records r left join people e on e.id = r.entered_by where r.person_id = ${actorId}::int8`;
  const branches: Branches<Exclude<keyof DeputyTodo, "owed">> = {
    entered: sql`${own} and r.state = 'confirmed' and r.entered_by is not null and r.acknowledged_at is null`,
    shares: sql`select r.number, p.name who, r.kind what, (r.filed_at at time zone ${zone})::date since
      from record_companions c join duty_records r on r.id = c.record_id join people p on p.id = r.person_id
      where c.person_id = ${actorId}::int8 and c.state = 'named' and r.state in ('confirmed', 'verified')`,
    returned: sql`${own} and r.state = 'returned'`,
    invitations: sql`select a.number, null::text who, a.title what, a.on_day since
      from attendances t join activities a on a.id = t.activity_id
      where t.person_id = ${actorId}::int8 and t.answer is null and a.state = 'planned'
        and a.on_day >= ${today}::date`,
  };
  return list(tx, branches, stretch);
}

const NONE = sql`select ''::text number, null::text who, null::text what, current_date since where false`;

type Row = Omit<TodoItem, "leave"> & { readonly leave: string | null };

async function list(
  tx: Tx,
  branches: Readonly<Partial<Record<TodoKind, SQL>>>,
  { of, limit, offset }: Stretch,
): Promise<TodoItem[]> {
  const asked = Object.entries(branches).filter(([kind]) => of === undefined || kind === of);
  if (asked.length === 0) return [];
  const parts = asked.map(
    ([kind, rows]) => sql`(select ${kind}::text kind, x.number, x.who, x.what, x.since::text since,
        ${kind === "leaves" ? sql`x.leave::text` : sql`null::text`} leave
      from (${rows}) x order by ${orderOf(kind)} limit ${limit} offset ${offset})`,
  );
  const rows = await tx.execute<Row>(sql`${sql.join(parts, sql` union all `)}`);
  return rows.map(({ leave, ...row }) =>
    leave === null ? row : { ...row, leave: JSON.parse(leave) as NonNullable<TodoItem["leave"]> },
  );
}

// Records and opinions are many: they come in the order of an index.
const orderOf = (kind: string): SQL =>
  ["unverified", "waiting", "opinions"].includes(kind) ? sql`x.place` : sql`x.since, x.number`;
