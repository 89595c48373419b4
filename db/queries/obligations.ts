import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { DutyPeriod } from "#src/domain/duty-period.ts";
import type { Obligation } from "#src/domain/obligation.ts";
import type { Tx } from "../client.ts";

/**
 * SQL: the mandates `m` and `c` are one seat of one term. A transfer between groups ends a row and begins another,
 * and takes nothing of what is owed or done away.
 */
const isSameSeat = sql`c.person_id = m.person_id and c.level = m.level and c.term = m.term`;

/** One obligation of the policy in one period. */
export type PeriodDue = {
  readonly rule: string;
  readonly obligation: Obligation;
  readonly period: DutyPeriod;
  readonly dueOn: Day;
};

/**
 * Writes down what every mandate owes for a period, each once: right congress, long enough in office, and in office
 * when it is due (`isOwedBy` says the same of one mandate).
 */
export async function insertObligations(
  tx: Tx,
  { rule, obligation, period, dueOn }: PeriodDue,
  term: Pick<Term, "term" | "level"> | null = null,
): Promise<void> {
  const lastDay = dueOn < period.to ? dueOn : period.to;
  await tx.execute(sql`
    insert into obligations (rule, mandate_id, person_id, period, title, due_on)
    select ${rule}, m.id, m.person_id, ${period.id}, ${obligation.title}, ${dueOn}::date from mandates m
    where m.level = any(${sql.param([...obligation.levels])}::text[])
      and (m.valid_to is not null or m.status in ('active', 'suspended'))
      and (${term?.term ?? null}::text is null or (m.term = ${term?.term ?? null} and m.level = ${term?.level ?? null}))
      and m.valid_from <= ${dueOn}::date and (m.valid_to is null or m.valid_to >= ${lastDay}::date)
      and greatest((select min(c.valid_from) from mandates c where ${isSameSeat}), ${period.from}::date)
        + ${obligation.in_office_days - 1}::int <= ${lastDay}::date
      and not exists (select 1 from obligations o join mandates c on c.id = o.mandate_id
        where o.rule = ${rule} and o.period = ${period.id} and c.id <> m.id and ${isSameSeat})
    on conflict (rule, mandate_id, period) do nothing`);
}

/** A term of one congress. */
export type Term = DutyPeriod & { readonly term: string; readonly level: "district" | "township" };

/**
 * Terms whose end is on file, with their first and last days: the end that most of its seats have. A seat filled later
 * without an end of its own ends with the others; where a seat was only moved on, that is no end.
 */
export async function listTerms(tx: Tx): Promise<readonly Term[]> {
  const rows = await tx.execute<{ level: Term["level"]; term: string; from_day: string; to_day: string }>(sql`
    select level, term, min(valid_from)::text from_day, (mode() within group (order by valid_to))::text to_day
    from mandates m where status in ('active', 'suspended') and not exists (
      select 1 from mandates c where ${isSameSeat} and c.valid_from > m.valid_from)
    group by level, term having count(valid_to) > 0 order by level, term`);
  return rows.map(({ level, term, from_day: from, to_day: to }) => ({ id: term, level, term, from, to }));
}

/** Terms in which somebody sits today and whose end is on file for no seat: what is owed by their end has no due day. */
export async function listEndlessTerms(tx: Tx, today: Day): Promise<readonly Pick<Term, "level" | "term">[]> {
  const ends = await listTerms(tx);
  const rows = await tx.execute<Pick<Term, "level" | "term">>(sql`
    select distinct level, term from mandates m where status in ('active', 'suspended')
      and valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)
    order by level, term`);
  return rows
    .filter((one) => !ends.some((end) => end.level === one.level && end.term === one.term))
    .map(({ level, term }) => ({ level, term }));
}

/**
 * Marks what is fulfilled by records as accepted, and opens it again where records were taken back: as many standing
 * records of these kinds in the period as the rule asks for.
 */
export async function markFulfilledByRecords(
  tx: Tx,
  { rule, period }: PeriodDue,
  needs: { readonly records: readonly DutyKind[]; readonly atLeast: number },
): Promise<void> {
  await tx.execute(sql`
    with counted as (
      select b.id, count(r.id) >= ${needs.atLeast} as fulfilled from obligations b
      join mandates m on m.id = b.mandate_id join mandates c on ${isSameSeat}
      left join duty_records r on r.mandate_id = c.id and r.state in ('confirmed', 'verified')
        and r.kind = any(${sql.param([...needs.records])}::text[])
        and r.starts_on between ${period.from}::date and ${period.to}::date
      where b.rule = ${rule} and b.period = ${period.id} group by b.id)
    update obligations b set state = case when c.fulfilled then 'accepted' else 'open' end
    from counted c where c.id = b.id and b.state <> case when c.fulfilled then 'accepted' else 'open' end`);
}

/** Rules and due days of what is still owed, due between two days. */
export async function listOpenDueDays(
  tx: Tx,
  from: Day,
  to: Day,
): Promise<readonly { readonly rule: string; readonly dueOn: Day }[]> {
  const rows = await tx.execute<{ rule: string; due_on: string }>(sql`
    select distinct rule, due_on::text from obligations
    where state in ('open', 'returned') and due_on between ${from}::date and ${to}::date order by 1, 2`);
  return rows.map((row) => ({ rule: row.rule, dueOn: row.due_on }));
}

/** One step of reminding of what is due on a day. */
export type DeadlineStep = {
  readonly rule: string;
  readonly dueOn: Day;
  readonly step: string;
  readonly dueAt: Date;
  readonly validUntil: Date;
};

/** Writes down a reminder for everybody who still owes it, each step once. */
export async function insertDeadlineReminders(
  tx: Tx,
  schedule: string,
  steps: readonly DeadlineStep[],
  now: Date,
): Promise<void> {
  if (steps.length === 0) return;
  const list = (pick: (step: DeadlineStep) => string) => sql.param(steps.map(pick));
  await tx.execute(sql`
    insert into reminders (schedule, subject, person_id, due_at, valid_until, created_at)
    select ${schedule}, 'obligation:' || b.id || ':' || t.step, b.person_id, t.due, t.until,
      ${now.toISOString()}::timestamptz
    from unnest(${list((one) => one.rule)}::text[], ${list((one) => one.dueOn)}::text[]::date[],
      ${list((one) => one.step)}::text[], ${list((one) => one.dueAt.toISOString())}::timestamptz[],
      ${list((one) => one.validUntil.toISOString())}::timestamptz[]) as t(rule, due_on, step, due, until)
    join obligations b on b.rule = t.rule and b.due_on = t.due_on and b.state in ('open', 'returned')
    on conflict (schedule, subject, person_id) do nothing`);
}
