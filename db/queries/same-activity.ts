import { sql } from "drizzle-orm";
import type { AttendedKind } from "#src/domain/activity.ts";
import type { Tx } from "../client.ts";

/** Locks an organisation until the transaction ends: of two who publish the same for it at once, one sees the other's. */
export async function claimOrg(tx: Tx, orgId: number): Promise<void> {
  await tx.execute(sql`select 1 from orgs where id = ${orgId}::int8 for no key update`);
}

/** An activity of the same kind that begins for the same organisation at the same moment, and who published it. */
export async function findSamePlanned(
  tx: Tx,
  orgId: number,
  kind: AttendedKind,
  startsAt: Date,
): Promise<
  | {
      readonly number: string;
      readonly title: string;
      readonly place: string | null;
      readonly startsAt: Date;
      readonly by: string | null;
    }
  | undefined
> {
  const [row] = await tx.execute<{
    number: string;
    title: string;
    place: string | null;
    by: string | null;
  }>(sql`
    select a.number, a.title, a.place, p.name by from activities a left join people p on p.id = a.created_by
    where a.org_id = ${orgId}::int8 and a.kind = ${kind} and a.state = 'planned'
      and a.starts_at = ${startsAt.toISOString()}::timestamptz order by a.id limit 1`);
  return row === undefined ? undefined : { ...row, startsAt };
}
