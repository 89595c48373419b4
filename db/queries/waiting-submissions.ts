import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";
import { orgsOfMandate } from "./in-scope.ts";
import { isStillOwed } from "./owed.ts";
import { OWING, type Owing, type OwingRow, toOwing } from "./submissions.ts";

/** A rule whose submissions somebody may decide on within the subtree of an org. */
export type Competence = { readonly rule: string; readonly orgId: number };

/** SQL: somebody with these competences decides on the obligation `b` of the mandate `m`. */
export const isCompetent = (competences: readonly Competence[]): SQL => sql`exists (
  select 1 from unnest(${sql.param(competences.map((one) => one.rule))}::text[],
      ${sql.param(competences.map((one) => one.orgId))}::int8[]) as c(rule, org)
    join org_tree t on t.ancestor_id = c.org
  where c.rule = b.rule and t.descendant_id in ${orgsOfMandate})`;

/** What was handed in and waits. */
export type WaitingSubmission = Owing & {
  readonly submissionId: number;
  readonly text: Buffer | null;
  /** What tells its deputy from others of the name: the office's number, the group and the town of the seat. */
  readonly code: string | null;
  readonly group: string | null;
  readonly township: string | null;
  readonly files: readonly { readonly id: string; readonly name: string; readonly type: string }[];
};

type WaitingRow = OwingRow &
  Pick<WaitingSubmission, "code" | "group" | "township"> & {
    readonly submission_id: string;
    readonly body: Buffer | null;
    readonly files: string;
  };

/**
 * What deputies of a name handed in and somebody may decide on, locked; with `acceptedSince`, of what was accepted from
 * then on the latest of each deputy instead. Anything else reads like what does not exist.
 */
export async function claimWaitingSubmissions(
  tx: Tx,
  name: string,
  competences: readonly Competence[],
  acceptedSince?: Date,
): Promise<WaitingSubmission[]> {
  const which =
    acceptedSince === undefined
      ? sql`b.state = 'submitted' and s.decision is null`
      : sql`b.state = 'accepted' and s.decision = 'accepted'
          and s.decided_at >= ${acceptedSince.toISOString()}::timestamptz`;
  const rows = await tx.execute<WaitingRow>(sql`
    select ${OWING}, s.id::text submission_id, s.text body, p.code, g.name "group", w.name township,
      coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type) order by f.created_at, f.name, f.id)
        from attachments f where f.submission_id = s.id), '[]')::text files
    from obligations b join people p on p.id = b.person_id join mandates m on m.id = b.mandate_id
      join submissions s on s.obligation_id = b.id
      left join orgs g on g.id = m.group_id left join orgs w on w.id = m.township_id
    where p.name = ${name} and ${which} and ${isCompetent(competences)}
    order by s.decided_at desc, b.due_on, b.id for update of b`);
  return rows.map(({ submission_id, body, files, code, group, township, ...row }) => ({
    ...toOwing(row),
    submissionId: Number(submission_id),
    text: body,
    code,
    group,
    township,
    files: JSON.parse(files) as WaitingSubmission["files"],
  }));
}

/** A report that is still to be handed in, or waits, with whose it is. */
export type OwedReport = Owing & Pick<WaitingSubmission, "code" | "group"> & { readonly name: string };

/** Reports that deputies of a name owe on a day and somebody may take, locked, soonest first. */
export async function claimOwedOf(
  tx: Tx,
  name: string,
  competences: readonly Competence[],
  today: Day,
): Promise<OwedReport[]> {
  const rows = await tx.execute<OwingRow & Pick<OwedReport, "name" | "code" | "group">>(sql`
    select ${OWING}, p.name, p.code, g.name "group"
    from obligations b join people p on p.id = b.person_id join mandates m on m.id = b.mandate_id
      left join orgs g on g.id = m.group_id
    where p.name = ${name} and b.state <> 'accepted' and ${isCompetent(competences)}
      and (b.state = 'submitted' or ${isStillOwed(sql`${today}::date`)})
    order by b.due_on, b.id for update of b`);
  return rows.map(({ name: whose, code, group, ...row }) => ({ ...toOwing(row), name: whose, code, group }));
}

/** Accepts what was handed in, or sends it back. */
export async function markSubmission(
  tx: Tx,
  { id, submissionId }: Pick<WaitingSubmission, "id" | "submissionId">,
  decision: {
    readonly accepted: boolean;
    readonly actorId: number;
    readonly note: string;
    readonly now: Date;
  },
): Promise<void> {
  const state = decision.accepted ? "accepted" : "returned";
  await tx.execute(sql`update submissions set decision = ${state}, decided_by = ${decision.actorId}::int8,
    decided_at = ${decision.now.toISOString()}::timestamptz, note = ${decision.note}
    where id = ${submissionId}::int8`);
  await tx.execute(sql`update obligations set state = ${state} where id = ${id}::int8`);
}

/** How many submissions wait in a scope. */
export async function countWaiting(tx: Tx, competences: readonly Competence[]): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int n from obligations b join mandates m on m.id = b.mandate_id
    where b.state = 'submitted' and ${isCompetent(competences)}`);
  return row?.n ?? 0;
}
