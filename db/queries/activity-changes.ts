import { sql } from "drizzle-orm";
import type { LeaveState } from "#src/domain/activity.ts";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";
import { attendances, notices } from "../schema/activities.ts";
import { type FoundActivity, listMembers, type Member } from "./activities.ts";
import { answerOf } from "./answers.ts";
import { isCalledInOffice } from "./called-in-office.ts";
import { isLeaveFrom } from "./leaves.ts";

/** A deputy in office whom an activity concerns, with the answer given and the leave that waits or stands. */
export type Concerned = Member & {
  readonly answer: "coming" | "leave" | null;
  readonly leave: Extract<LeaveState, "pending" | "approved"> | null;
};

type Row = {
  person_id: string;
  mandate_id: string;
  name: string;
  answer: Concerned["answer"];
  leave: Concerned["leave"];
};

/**
 * Everybody whom an activity concerns and who is in office on its day, in the order of the roster. Leave from a session
 * is leave from its sittings, and what was answered to it holds for them.
 */
export async function listConcerned(tx: Tx, activityId: number): Promise<Concerned[]> {
  const rows = await tx.execute<Row>(sql`
    select t.person_id::text, t.mandate_id::text, p.name, ${answerOf} answer, l.state leave
    from attendances t join activities a on a.id = t.activity_id join people p on p.id = t.person_id
      left join lateral (select l.state from leaves l where ${isLeaveFrom(sql`l`, sql`t`)}
        and l.mandate_id = t.mandate_id and l.state in ('pending', 'approved') order by l.state limit 1) l on true
    where a.id = ${activityId}::int8 and ${isCalledInOffice(sql`t`)} order by p.id, t.mandate_id`);
  return rows.map(({ person_id, mandate_id, name, answer, leave }) => ({
    personId: Number(person_id),
    mandateId: Number(mandate_id),
    name,
    answer,
    leave,
  }));
}

/** Changes a planned activity. `moved`: the notices so far prove nothing; `asksAgain`: answers so far are forgotten. */
export async function reviseActivity(
  tx: Tx,
  id: number,
  next: {
    readonly startsAt: Date;
    readonly onDay: Day;
    readonly place: string | null;
    readonly content: string | null;
  },
  how: { readonly moved: boolean; readonly asksAgain: boolean; readonly now: Date },
): Promise<void> {
  await tx.execute(sql`
    update activities set starts_at = ${next.startsAt.toISOString()}::timestamptz, on_day = ${next.onDay}::date,
      place = ${next.place}, content = ${next.content}, revision = revision + 1,
      moved_at = case when ${how.moved}::bool then ${how.now.toISOString()}::timestamptz else moved_at end
    where id = ${id}::int8`);
  if (how.asksAgain)
    await tx.execute(
      sql`update attendances set answer = null, answered_at = null, leave_begun_at = null, foretold = null, foretold_minutes = null
        where activity_id = ${id}::int8`,
    );
}

/** Deputies of an org's subtree who are in office on a day and whom nobody has called to an activity. */
export async function listNewcomers(
  tx: Tx,
  { orgId, id: activityId, kind }: Pick<FoundActivity, "id" | "orgId" | "kind">,
  day: Day,
): Promise<Member[]> {
  const called = await tx.execute<{ person_id: string }>(
    sql`select person_id::text from attendances where activity_id = ${activityId}::int8`,
  );
  const known = new Set(called.map((row) => Number(row.person_id)));
  return (await listMembers(tx, orgId, day, kind)).filter((one) => !known.has(one.personId));
}

/** Lets an activity concern more deputies. */
export async function insertCalls(tx: Tx, activityId: number, members: readonly Member[]): Promise<void> {
  if (members.length === 0) return;
  await tx
    .insert(attendances)
    .values(members.map(({ mandateId, personId }) => ({ activityId, mandateId, personId })));
}

/** Puts on record which messages prove that deputies were told, each once. */
export async function insertNotices(
  tx: Tx,
  activityId: number,
  members: readonly Member[],
  outboxKey: (personId: number) => string,
): Promise<void> {
  if (members.length === 0) return;
  await tx
    .insert(notices)
    .values(
      members.map(({ mandateId, personId }) => ({
        activityId,
        mandateId,
        way: "chat" as const,
        outboxKey: outboxKey(personId),
      })),
    )
    .onConflictDoNothing();
}
