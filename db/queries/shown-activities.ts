import { sql } from "drizzle-orm";
import type { ShownActivity } from "#src/domain/requests/activity.ts";
import type { Tx } from "../client.ts";

/** An activity with what its reader may know of the answers. */
export type FoundShown = Pick<ShownActivity, "content" | "state" | "answer" | "answers"> & {
  readonly number: string;
  readonly title: string;
  readonly place: string | null;
  readonly startsAt: Date;
};

type Row = {
  number: string;
  title: string;
  place: string | null;
  content: string | null;
  state: ShownActivity["state"];
  starts_at: string;
  called: boolean;
  answer: "coming" | "leave" | null;
  looked_after: boolean;
  coming: number;
  leave: number;
  silent: number;
};

/** An activity by its number, for a deputy who was called to it and for staff of this scope; others find nothing. */
export async function findShownActivity(
  tx: Tx,
  number: string,
  { personId, scope }: { readonly personId: number; readonly scope: readonly number[] },
): Promise<FoundShown | undefined> {
  const [row] = await tx.execute<Row>(sql`
    select a.number, a.title, a.place, a.content, a.state, a.starts_at, own.called, own.answer, s.looked_after,
      t.coming, t.leave, t.silent
    from activities a
      cross join lateral (select count(*) > 0 called, max(answer) answer from attendances
        where activity_id = a.id and person_id = ${personId}::int8) own
      cross join lateral (select exists (select 1 from org_tree
        where ancestor_id = any(${sql.param([...scope])}::int8[]) and descendant_id = a.org_id) looked_after) s
      cross join lateral (select (count(*) filter (where answer = 'coming'))::int4 coming,
        (count(*) filter (where answer = 'leave'))::int4 leave, (count(*) filter (where answer is null))::int4 silent
        from attendances where activity_id = a.id) t
    where a.number = ${number} and (own.called or s.looked_after)`);
  if (row === undefined) return undefined;
  const { title, place, content, state, called, answer, looked_after: staff, coming, leave, silent } = row;
  const base = { number: row.number, title, place, content, state, startsAt: new Date(row.starts_at) };
  return { ...base, ...(called ? { answer } : {}), ...(staff ? { answers: { coming, leave, silent } } : {}) };
}
