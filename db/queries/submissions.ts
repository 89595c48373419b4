import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Level } from "#src/domain/requests/mandate.ts";
import type { HandedIn, LateLine, OwnObligation } from "#src/domain/requests/obligation.ts";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";
import { oneRow } from "../one-row.ts";
import { submissions } from "../schema/schedules.ts";
import { isInScope } from "./in-scope.ts";
import { isStillOwed } from "./owed.ts";

/** Something owed that can be handed in. */
export type Owing = {
  readonly id: number;
  readonly rule: string;
  readonly title: string;
  readonly dueOn: Day;
  readonly mandateId: number;
  readonly personId: number;
  readonly state: "open" | "submitted" | "returned";
};

/** Its columns. */
export type OwingRow = {
  id: string;
  rule: string;
  title: string;
  due_on: string;
  mandate_id: string;
  person_id: string;
  state: Owing["state"];
};

/** From its columns. */
export const toOwing = (row: OwingRow): Owing => ({
  id: Number(row.id),
  rule: row.rule,
  title: row.title,
  dueOn: row.due_on,
  mandateId: Number(row.mandate_id),
  personId: Number(row.person_id),
  state: row.state,
});

/** SQL: the columns of the obligation `b`. */
export const OWING = sql`b.id::text, b.rule, b.title, b.due_on::text, b.mandate_id::text, b.person_id::text, b.state`;

/** What a person owes under these rules on a day and has not had accepted, what is still to be handed in first, locked. */
export async function claimOwed(
  tx: Tx,
  personId: number,
  rules: readonly string[],
  today: Day,
): Promise<Owing[]> {
  const rows = await tx.execute<OwingRow>(sql`
    select ${OWING} from obligations b
    where b.person_id = ${personId}::int8 and b.state <> 'accepted' and b.rule = any(${sql.param([...rules])}::text[])
      and (b.state = 'submitted' or ${isStillOwed(sql`${today}::date`)})
    order by b.state = 'submitted', b.due_on, b.id for update of b`);
  return rows.map(toOwing);
}

/**
 * Hands something in, in place of what waited before; `readers` may open its files. Ids of files that are not of this
 * conversation, or that belong to something else, tie nothing. Returns its id and
 * the ids of the files that lie with it.
 */
export async function insertSubmission(
  tx: Tx,
  row: typeof submissions.$inferInsert,
  files: {
    readonly ids: readonly string[];
    readonly conversation: Address;
    readonly readers: readonly number[];
  },
): Promise<{ readonly id: number; readonly files: readonly string[] }> {
  const at = row.submittedAt.toISOString();
  await tx.execute(sql`update submissions set decided_at = ${at}::timestamptz, decision = 'replaced'
    where obligation_id = ${row.obligationId}::int8 and decision is null`);
  const { id } = oneRow(await tx.insert(submissions).values(row).returning({ id: submissions.id }));
  await tx.execute(sql`update obligations set state = 'submitted', submitted_at = ${at}::timestamptz
    where id = ${row.obligationId}::int8`);
  const tied = await tx.execute<{ id: string }>(sql`
    update attachments set submission_id = ${id}::int8, readers = ${sql.param([...files.readers])}::int8[]
    where id = any(${sql.param([...files.ids])}::text[]) and conversation = ${files.conversation}
      and submission_id is null and record_id is null and opinion_id is null returning id`);
  return { id, files: tied.map((one) => one.id) };
}

/** Something that a person owes: by which rule, for which period and in which congress. */
export type OwnRow = Omit<OwnObligation, "missing"> & {
  readonly rule: string;
  readonly period: string;
  readonly level: Level;
};

/** What somebody owes on a day and has not had accepted, soonest first. */
export async function listOwn(tx: Tx, personId: number, today: Day): Promise<OwnRow[]> {
  type Row = Omit<OwnRow, "dueOn"> & { due_on: string };
  const rows = await tx.execute<Row>(sql`
    select b.rule, b.period, m.level, b.title, b.due_on::text, b.state
    from obligations b join mandates m on m.id = b.mandate_id
    where b.person_id = ${personId}::int8 and b.state <> 'accepted'
      and (b.state = 'submitted' or ${isStillOwed(sql`${today}::date`)}) order by b.due_on, b.id`);
  return rows.map(({ due_on, ...row }) => ({ ...row, dueOn: due_on }));
}

/** What somebody handed in last under one of these rules, and what became of it. */
export async function findLastHandedIn(
  tx: Tx,
  personId: number,
  rules: readonly string[],
): Promise<(Omit<HandedIn, "on"> & { readonly at: Date }) | undefined> {
  const [row] = await tx.execute<Omit<HandedIn, "on"> & { at: string }>(sql`
    select b.title, s.submitted_at at, nullif(s.decision, 'replaced') decision
    from submissions s join obligations b on b.id = s.obligation_id
    where s.person_id = ${personId}::int8 and b.rule = any(${sql.param([...rules])}::text[])
    order by s.submitted_at desc, s.id desc limit 1`);
  return row && { ...row, at: new Date(row.at) };
}

/**
 * Who of a scope still owes what is due until a day, under these rules or all, by obligation, with the first `names` of
 * them, what is due first coming first. Whoever owes the same in two congresses is one.
 */
export async function listLate(
  tx: Tx,
  scope: readonly number[],
  wanted: {
    readonly rules: readonly string[] | null;
    readonly today: Day;
    readonly until: Day;
    readonly names: number;
  },
): Promise<LateLine[]> {
  const ofRules =
    wanted.rules === null ? sql`true` : sql`b.rule = any(${sql.param([...wanted.rules])}::text[])`;
  type Row = { rule: string; title: string; due_on: string; n: number; names: string };
  const rows = await tx.execute<Row>(sql`
    select rule, title, due_on::text, count(*)::int n,
      json_agg(name order by place) filter (where place <= ${wanted.names})::text names
    from (select *, row_number() over (partition by rule, title, due_on order by name, person_id) place from (
      select distinct b.rule, b.title, b.due_on, p.name, b.person_id
      from obligations b join mandates m on m.id = b.mandate_id join people p on p.id = b.person_id
      where b.state in ('open', 'returned') and b.due_on <= ${wanted.until}::date and ${ofRules}
        and ${isStillOwed(sql`${wanted.today}::date`)} and ${isInScope(scope)}) each) o
    group by rule, title, due_on order by due_on, title, rule`);
  return rows.map(({ rule, title, due_on: dueOn, n: count, names }) => ({
    rule,
    title,
    dueOn,
    count,
    names: JSON.parse(names) as string[],
  }));
}

/** Whether anything under these rules was ever owed in a scope. */
export async function isAnythingOwed(
  tx: Tx,
  scope: readonly number[],
  rules: readonly string[],
): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from obligations b join mandates m on m.id = b.mandate_id
    where b.rule = any(${sql.param([...rules])}::text[]) and ${isInScope(scope)} limit 1`);
  return rows.length > 0;
}
