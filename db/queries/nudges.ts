import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";
import type { OwingDeputy } from "./owing.ts";

/** Reminders of a colleague's that wait are among those of what is due: composed as things stand when they are told. */
const SCHEDULE = "deadline-reminders";

/** When a reminder that waits is told, which day that is, and until when it is of use. */
export type HeldNudge = { readonly on: Day; readonly dueAt: Date; readonly validUntil: Date };

/** Writes down that these are to be reminded of what they owe, each of the same on a day once. Returns for whom that was new. */
export async function insertNudges(
  tx: Tx,
  owing: readonly Pick<OwingDeputy, "id" | "personId">[],
  { on, dueAt, validUntil }: HeldNudge,
  now: Date,
): Promise<ReadonlySet<number>> {
  const rows = await tx.execute<{ person_id: string }>(sql`
    insert into reminders (schedule, subject, person_id, due_at, valid_until, created_at)
    select ${SCHEDULE}, 'nudged:' || t.id || ':' || ${on}::text, t.person, ${dueAt.toISOString()}::timestamptz,
      ${validUntil.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    from unnest(${sql.param(owing.map(({ id }) => id))}::int8[],
      ${sql.param(owing.map(({ personId }) => personId))}::int8[]) as t(id, person)
    on conflict (schedule, subject, person_id) do nothing returning person_id::text`);
  return new Set(rows.map((row) => Number(row.person_id)));
}

/** Who of these people is reminded so on a day already: by a message under its key, or by a reminder that waits or was told. */
export async function listNudgedOn(
  tx: Tx,
  people: readonly { readonly personId: number; readonly key: string }[],
  on: Day,
): Promise<ReadonlySet<number>> {
  const rows = await tx.execute<{ person: string }>(sql`
    select t.person::text from unnest(${sql.param(people.map(({ personId }) => personId))}::int8[],
      ${sql.param(people.map(({ key }) => key))}::text[]) as t(person, key)
    where exists (select 1 from outbox o where o.key = t.key)
      or exists (select 1 from reminders r where r.person_id = t.person and r.schedule = ${SCHEDULE}
        and r.subject like 'nudged:%:' || ${on}::text and r.state in ('waiting', 'queued', 'merged'))`);
  return new Set(rows.map((row) => Number(row.person)));
}
