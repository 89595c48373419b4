import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { isInScope } from "./in-scope.ts";

/** A notice that stands and of which nobody knows yet whether its deputy was told. */
export type UntoldNotice = {
  readonly id: number;
  readonly raised: number;
  readonly personId: number;
  readonly mandateId: number;
};

/** How a deputy was told of an absence: by a message, or by staff on the phone or on paper. */
export type ToldWay = "chat" | "phone" | "paper";

/** The notices that stand and whose deputies were not told as far as anybody noted, locked, oldest first. */
export async function claimUntoldNotices(tx: Tx): Promise<readonly UntoldNotice[]> {
  const rows = await tx.execute<{ id: string; raised: number; person_id: string; mandate_id: string }>(sql`
    select n.id::text, n.raised, n.person_id::text, n.mandate_id::text from absence_notices n
    where n.withdrawn_at is null and n.told_at is null order by n.id for update skip locked`);
  return rows.map((row) => ({
    id: Number(row.id),
    raised: row.raised,
    personId: Number(row.person_id),
    mandateId: Number(row.mandate_id),
  }));
}

/** Notes when deputies were told of notices, and by whom where staff told them. */
export async function markTold(
  tx: Tx,
  notices: readonly { readonly id: number; readonly at: Date }[],
  by: { readonly way: ToldWay; readonly actorId: number | null },
): Promise<void> {
  if (notices.length === 0) return;
  await tx.execute(sql`
    update absence_notices n set told_at = x.at, told_way = ${by.way}::text, told_by = ${by.actorId}::int8
    from unnest(${sql.param(notices.map((one) => one.id))}::int8[],
      ${sql.param(notices.map((one) => one.at.toISOString()))}::text[]::timestamptz[]) as x(id, at)
    where n.id = x.id`);
}

/** A notice about an absence of somebody of a name. */
export type NamedNotice = {
  readonly id: number;
  readonly raised: number;
  readonly personId: number;
  readonly code: string | null;
  readonly group: string | null;
  readonly createdAt: Date;
  readonly toldAt: Date | null;
};

/** The notices that stand about the absence of deputies of a name in a scope from one activity, locked. */
export async function claimNamedNotices(
  tx: Tx,
  activity: string,
  name: string,
  scope: readonly number[],
): Promise<readonly NamedNotice[]> {
  const rows = await tx.execute<{
    id: string;
    raised: number;
    person_id: string;
    code: string | null;
    group: string | null;
    created_at: string;
    told_at: string | null;
  }>(sql`
    select n.id::text, n.raised, n.person_id::text, p.code, g.name "group", n.created_at, n.told_at
    from absence_notices n join activities a on a.id = n.activity_id join people p on p.id = n.person_id
      join mandates m on m.id = n.mandate_id left join orgs g on g.id = m.group_id
    where a.number = ${activity} and p.name = ${name} and n.withdrawn_at is null and ${isInScope(scope)}
    order by n.id for update of n`);
  return rows.map((row) => ({
    id: Number(row.id),
    raised: row.raised,
    personId: Number(row.person_id),
    code: row.code,
    group: row.group,
    createdAt: new Date(row.created_at),
    toldAt: row.told_at === null ? null : new Date(row.told_at),
  }));
}

/** An absence that a deputy was told of and may object to. */
export type OpenToObjection = {
  readonly activityId: number;
  readonly number: string;
  readonly title: string;
  readonly place: string | null;
  readonly startsAt: Date;
  readonly name: string;
  readonly personId: number;
  readonly mandateId: number;
  readonly toldAt: Date;
};

/** Absences that deputies were told of since an instant and have not objected to. */
export async function listOpenToObjection(tx: Tx, since: Date): Promise<readonly OpenToObjection[]> {
  const rows = await tx.execute<{
    activity_id: string;
    number: string;
    title: string;
    place: string | null;
    starts_at: string;
    name: string;
    person_id: string;
    mandate_id: string;
    told_at: string;
  }>(sql`
    select n.activity_id::text, a.number, a.title, a.place, a.starts_at, p.name, n.person_id::text,
      n.mandate_id::text, n.told_at
    from absence_notices n join activities a on a.id = n.activity_id join people p on p.id = n.person_id
    where n.withdrawn_at is null and n.told_at >= ${since.toISOString()}::timestamptz and n.objected_at is null
    order by a.starts_at, n.id`);
  return rows.map((row) => ({
    activityId: Number(row.activity_id),
    number: row.number,
    title: row.title,
    place: row.place,
    startsAt: new Date(row.starts_at),
    name: row.name,
    personId: Number(row.person_id),
    mandateId: Number(row.mandate_id),
    toldAt: new Date(row.told_at),
  }));
}
