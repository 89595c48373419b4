import { sql } from "drizzle-orm";
import type { Invitation } from "#src/domain/facts.ts";
import type { Tx } from "../client.ts";

/** What a deputy was called to, the session where it is a sitting of one, and when it begins, as ISO 8601. */
export type Call = Invitation & { readonly session: string | null; readonly startsAt: string };

/** What these deputies were called to and lies ahead, soonest first, by person; with the sittings of sessions. */
export async function listInvitations(
  tx: Tx,
  personIds: readonly number[],
  now: Date,
): Promise<ReadonlyMap<number, readonly Call[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.execute<Call & { person_id: string }>(sql`
    select t.person_id::text, a.number, a.on_day::text "on", a.kind, a.title, t.answer, s.number "session",
      to_char(a.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') "startsAt"
    from attendances t join activities a on a.id = t.activity_id left join activities s on s.id = a.session_id
    where t.person_id = any(${sql.param([...personIds])}::int8[]) and a.state = 'planned'
      and a.starts_at >= ${now.toISOString()}::timestamptz
    order by a.starts_at, a.id`);
  const byPerson = Map.groupBy(rows, (row) => Number(row.person_id));
  return new Map([...byPerson].map(([id, own]) => [id, own.map(toCall)]));
}

const toCall = ({ number, on, kind, title, answer, session, startsAt }: Call): Call => ({
  number,
  on,
  kind,
  title,
  answer,
  session,
  startsAt,
});
