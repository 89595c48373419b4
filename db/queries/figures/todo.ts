import { type SQL, sql } from "drizzle-orm";
import type { DeputyTodo, StaffTodo } from "#src/domain/figures/todo.ts";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../../client.ts";
import { isOpenCase, type StrikeRule } from "../absence-cases.ts";
import { isUndecidedIn } from "../absence-objections.ts";
import { waitsFor } from "../corrections.ts";
import { isOpenFor } from "../feedback.ts";
import { isInScope } from "../in-scope.ts";
import { type DecisionRights, isDecidable } from "../leave-decisions.ts";
import { isStillToDecide } from "../still-to-decide.ts";
import { type Competence, isCompetent } from "../waiting-submissions.ts";
import { isOf } from "./counted.ts";
import { isOpinionIn } from "./opinion-counts.ts";

/** Who asks what waits. */
export type Asker = {
  readonly scope: readonly number[];
  readonly actorId: number;
  readonly waitedSince: Date;
  readonly today: Day;
  /** The orgs in whose subtrees the asker puts right what people say is wrong about themselves. */
  readonly corrects: readonly number[];
  /** On whose reports the asker decides. */
  readonly competences: readonly Competence[];
  /** Answers for the program, and for what belongs to no org. */
  readonly office: boolean;
  /** Looks into cases and decides on objections. */
  readonly judges: boolean;
};

/** SQL: the record `r` was entered by staff, and the deputy's word on it is still awaited. */
export const waits = ({ waitedSince }: Pick<Asker, "waitedSince">): SQL =>
  sql`(r.entered_by is not null and r.acknowledged_at is null
    and r.filed_at > ${waitedSince.toISOString()}::timestamptz)`;

// Opinions of a township are counted in an index; those of none are few, and each is looked at.
const openOpinions = (scope: readonly number[], office: boolean): SQL => sql`
  select c.n from subtree s cross join lateral (select count(*) n from opinions o
    where o.township_id = s.id and o.state = 'registered' offset 0) c
  union all
  select count(*) from opinions o
  where o.township_id is null and o.state = 'registered' and ${isOpinionIn(scope, office)}`;

/** Who asks, with what else decides what waits for him or her. */
export type StaffTodoAsker = Asker & {
  readonly rights: DecisionRights;
  /** From which notice on an absence is a case; for the office. */
  readonly rules: readonly StrikeRule[];
  /** Orgs of the scope to which all is narrowed down; the scope is these then. */
  readonly within?: readonly number[];
};

/** SQL: the mandate `m` lies where what waits is asked about. */
export const liesWithin = ({ within }: Pick<StaffTodoAsker, "within">): SQL =>
  within === undefined ? sql`true` : isInScope(within);

/** SQL: the correction `c` waits for the asker, where it is asked about. */
export const isCorrectionFor = ({ corrects, actorId, within }: StaffTodoAsker): SQL =>
  sql`(${waitsFor(corrects, actorId)} and ${within === undefined ? sql`true` : waitsFor(within, actorId)})`;

/** What waits for each of several members of staff in the subtrees they look after, by person; in one statement. */
export async function countStaffTodos(
  tx: Tx,
  askers: readonly StaffTodoAsker[],
): Promise<ReadonlyMap<number, StaffTodo>> {
  if (askers.length === 0) return new Map();
  const each = askers.map((one) => sql`(${todoOf(one)})`);
  const rows = await tx.execute<StaffTodo & { reader: string }>(sql`${sql.join(each, sql` union all `)}`);
  return new Map(rows.map(({ reader, ...todo }) => [Number(reader), todo]));
}

const todoOf = (asker: StaffTodoAsker): SQL => {
  const { scope, actorId, waitedSince, today, office, judges, rights, competences, rules } = asker;
  return sql`
    with reach as materialized (select m.id, m.person_id from mandates m where ${isOf({ scope })}),
    subtree as materialized (
      select distinct s.descendant_id id from org_tree s where s.ancestor_id = any(${sql.param([...scope])}::int8[])),
    open as (
      select count(*) filter (where not ${waits({ waitedSince })} and r.person_id <> ${actorId}::int8) unverified,
        count(*) filter (where ${waits({ waitedSince })}) waiting
      from reach m join duty_records r on r.mandate_id = m.id where r.state = 'confirmed')
    select ${actorId}::int8::text reader,
      (select unverified::int4 from open) unverified,
      (select waiting::int4 from open) waiting,
      (select count(*)::int4 from leaves l join activities a on a.id = l.activity_id
        join mandates m on m.id = l.mandate_id
        where ${isStillToDecide} and ${isDecidable(rights)} and ${liesWithin(asker)}) leaves,
      (select count(*)::int4 from activities a where a.state = 'planned' and a.on_day < ${today}::date
        and a.org_id in (select id from subtree)) unfinalised,
      (select count(*)::int4 from undated_plans u where u.closed_at is null
        and u.org_id in (select id from subtree)) undated,
      (select coalesce(sum(n), 0)::int4 from (${openOpinions(scope, office)}) open_opinions) opinions,
      (select count(*)::int4 from suggestions s join reach m on m.id = s.mandate_id
        where s.state = 'submitted') suggestions,
      (select count(*)::int4 from obligations b join mandates m on m.id = b.mandate_id
        where b.state = 'submitted' and b.person_id <> ${actorId}::int8 and ${isCompetent(competences)}
          and ${liesWithin(asker)}) submissions,
      (select count(*)::int4 from corrections c where ${isCorrectionFor(asker)}) corrections,
      (select count(*)::int4 from feedback where ${office}::bool and ${isOpenFor(scope)}) feedback,
      (select count(distinct (n.person_id, n.activity_id))::int4 from absence_notices n
        join activities a on a.id = n.activity_id
        where ${judges}::bool and n.person_id <> ${actorId}::int8 and ${isUndecidedIn(scope)}) objections,
      (select count(*)::int4 from absence_notices n join mandates m on m.id = n.mandate_id
        where ${judges}::bool and ${isOpenCase(scope, rules)}) cases`;
};

/** What waits for a deputy's own word, without what is owed: that goes by the rules of the day, too. */
export async function countDeputyTodo(
  tx: Tx,
  personId: number,
  today: Day,
): Promise<Omit<DeputyTodo, "owed">> {
  const [row] = await tx.execute<Omit<DeputyTodo, "owed">>(sql`
    select
      (select count(*)::int4 from duty_records r where r.person_id = ${personId}::int8 and r.state = 'confirmed'
        and r.entered_by is not null and r.acknowledged_at is null) entered,
      (select count(*)::int4 from record_companions c join duty_records r on r.id = c.record_id
        where c.person_id = ${personId}::int8 and c.state = 'named' and r.state in ('confirmed', 'verified')) shares,
      (select count(*)::int4 from duty_records r where r.person_id = ${personId}::int8 and r.state = 'returned') returned,
      (select count(*)::int4 from attendances t join activities a on a.id = t.activity_id
        where t.person_id = ${personId}::int8 and t.answer is null and a.state = 'planned'
          and a.on_day >= ${today}::date) invitations`);
  return row ?? { entered: 0, shares: 0, returned: 0, invitations: 0 };
}
