import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { DutyPeriod } from "#src/domain/duty-period.ts";
import type { Obligation } from "#src/domain/obligation.ts";
import type { Tx } from "../client.ts";
import { isDone, TIMES_DONE } from "./done.ts";

/** SQL: the mandates `m` and `c` are one seat of one term. A transfer between groups ends a row and begins another. */
const isSameSeat = sql`c.person_id = m.person_id and c.level = m.level and c.term = m.term`;

/** One obligation of the policy in one period. */
export type PeriodDue = {
  readonly rule: string;
  readonly obligation: Obligation;
  readonly period: DutyPeriod;
  readonly dueOn: Day;
  /** The day that is told, where the day it was due was over before anybody knew of it. */
  readonly toldDue?: Day;
};

/** SQL: the last day of the mandate `x`, if any, is on file. */
const isOfKnownLength = (x: SQL): SQL =>
  sql`(${x}.valid_to is not null or ${x}.status in ('active', 'suspended'))`;

/** SQL: on how many days from one to another the person of the mandate `m` sat in its congress, in whatever terms. */
const daysHeld = (from: Day, to: Day): SQL => sql`(
  select sum(upper(span) - lower(span)) from (
    select unnest(range_agg(daterange(greatest(c.valid_from, ${from}::date), least(c.valid_to, ${to}::date), '[]'))) span
    from mandates c where c.person_id = m.person_id and c.level = m.level and ${isOfKnownLength(sql`c`)}
      and greatest(c.valid_from, ${from}::date) <= least(c.valid_to, ${to}::date)) spans)`;

/**
 * Writes down what every deputy owes for a period, in each congress once, whatever seats it was held in: right
 * congress, long enough in office, and in office when it is due (`isOwedBy` says the same of one deputy).
 */
export async function insertObligations(
  tx: Tx,
  { rule, obligation, period, dueOn, toldDue = dueOn }: PeriodDue,
  term: Pick<Term, "term" | "level"> | null = null,
): Promise<void> {
  const lastDay = dueOn < period.to ? dueOn : period.to;
  await tx.execute(sql`
    insert into obligations (rule, mandate_id, person_id, period, title, due_on)
    select distinct on (m.person_id, m.level) ${rule}, m.id, m.person_id, ${period.id}, ${obligation.title},
      ${toldDue}::date
    from mandates m
    where m.level = any(${sql.param([...obligation.levels])}::text[]) and ${isOfKnownLength(sql`m`)}
      and (${term?.term ?? null}::text is null or (m.term = ${term?.term ?? null} and m.level = ${term?.level ?? null}))
      and m.valid_from <= ${dueOn}::date
      and (m.valid_to is null or m.valid_to >= greatest(m.valid_from, ${lastDay}::date))
      and not exists (select 1 from obligations o join mandates c on c.id = o.mandate_id
        where o.rule = ${rule} and o.period = ${period.id} and c.person_id = m.person_id and c.level = m.level)
      and ${daysHeld(period.from, lastDay)} >= ${obligation.in_office_days}::int
    order by m.person_id, m.level, m.valid_from desc, m.id desc
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

/**
 * What was owed by the end of a term that has none on file any more, since that was a mistake, is owed no more; what
 * was handed in for it stays.
 */
export async function deleteOwedOfEndless(tx: Tx, rule: string, terms: readonly Term[]): Promise<void> {
  await tx.execute(sql`
    delete from obligations b using mandates m where m.id = b.mandate_id and b.rule = ${rule} and b.state = 'open'
      and not exists (select 1 from submissions x where x.obligation_id = b.id)
      and not exists (select 1 from unnest(${sql.param(terms.map((one) => one.level))}::text[],
        ${sql.param(terms.map((one) => one.term))}::text[]) as t(level, term)
        where t.level = m.level and t.term = b.period)`);
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
 * Marks what is fulfilled by records as accepted, and opens it again where records were taken back: as many
 * occasions of these kinds in the period as the rule asks for, counted as the figures count them, and done while the
 * deputy sat in that congress. Who sits in two does what he does for both.
 */
export async function markFulfilledByRecords(
  tx: Tx,
  { rule, period }: PeriodDue,
  needs: { readonly records: readonly DutyKind[]; readonly atLeast: number },
  waitedSince: Date,
): Promise<void> {
  await tx.execute(sql`
    with counted as (
      select b.id, ${TIMES_DONE} >= ${needs.atLeast} as fulfilled from obligations b
      join mandates s on s.id = b.mandate_id
      left join duty_records r on r.person_id = b.person_id and ${isDone(sql`s.level`, waitedSince)}
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
