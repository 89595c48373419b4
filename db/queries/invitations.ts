import { sql } from "drizzle-orm";
import type { Invitation } from "#src/domain/facts.ts";
import type { Tx } from "../client.ts";

/** What these deputies were called to and lies ahead, soonest first, by person; the sittings of a session not apart. */
export async function listInvitations(
  tx: Tx,
  personIds: readonly number[],
  now: Date,
): Promise<ReadonlyMap<number, readonly Invitation[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.execute<Invitation & { person_id: string }>(sql`
    select t.person_id::text, a.number, a.on_day::text "on", a.kind, a.title, t.answer
    from attendances t join activities a on a.id = t.activity_id
    where t.person_id = any(${sql.param([...personIds])}::int8[]) and a.state = 'planned' and a.session_id is null
      and a.starts_at >= ${now.toISOString()}::timestamptz
    order by a.starts_at, a.id`);
  const byPerson = Map.groupBy(rows, (row) => Number(row.person_id));
  return new Map(
    [...byPerson].map(([id, own]) => [
      id,
      own.map(({ number, on, kind, title, answer }) => ({ number, on, kind, title, answer })),
    ]),
  );
}
