import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { isInScope } from "./in-scope.ts";

/** How long an activity is taken to go on where that is not on record. */
const USUAL_MINUTES = 120;

/** A person in another register, of something that goes on at the same time. */
export type Elsewhere = {
  readonly name: string;
  readonly came: boolean;
  readonly activity: Pick<Row, "number" | "title" | "place"> & { readonly startsAt: Date };
};

type Row = {
  name: string;
  came: boolean;
  number: string;
  title: string;
  place: string | null;
  starts_at: string;
};

/**
 * Of the mandates in these subtrees: those who are absent here by one register and came elsewhere at the same time by another, or came here and are absent
 * elsewhere by a final one. A session is where its sittings are; what another
 * township wrote of a seat there is nobody else's to read.
 */
export async function listElsewhere(
  tx: Tx,
  scope: readonly number[],
  here: { readonly id: number; readonly absent: readonly number[]; readonly came: readonly number[] },
): Promise<Elsewhere[]> {
  if (here.absent.length + here.came.length === 0) return [];
  const rows = await tx.execute<Row>(sql`
    select distinct p.name, y.status <> 'absent' came, b.number, b.title, b.place, b.starts_at, p.id, b.id
    from activities a join attendances y on y.person_id = any(${sql.param([...here.absent, ...here.came])}::int8[])
      join activities b on b.id = y.activity_id join people p on p.id = y.person_id
      join mandates m on m.id = y.mandate_id
    where ${isInScope(scope)} and a.id = ${here.id}::int8 and b.id <> a.id and b.state in ('planned', 'final')
      and b.session_id is distinct from a.id and a.session_id is distinct from b.id
      and not exists (select 1 from activities s where s.session_id = b.id)
      and (y.status in ('present', 'late', 'left_early') and y.person_id = any(${sql.param([...here.absent])}::int8[])
        or y.status = 'absent' and b.state = 'final' and y.person_id = any(${sql.param([...here.came])}::int8[]))
      and b.starts_at < a.starts_at + make_interval(mins => coalesce(a.minutes, ${USUAL_MINUTES}))
      and a.starts_at < b.starts_at + make_interval(mins => coalesce(b.minutes, ${USUAL_MINUTES}))
    order by p.id, b.id`);
  return rows.map(({ name, came, number, title, place, starts_at: at }) => ({
    name,
    came,
    activity: { number, title, place, startsAt: new Date(at) },
  }));
}
