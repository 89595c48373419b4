import { sql } from "drizzle-orm";
import type { ActivityKind } from "#src/domain/activity.ts";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";
import { activities } from "../schema/activities.ts";
import type { NewActivity } from "./activities.ts";
import { type ActivityHead, type ActivityHeadRow, toActivityHead } from "./activity-head.ts";

/** An organisation whose activities somebody may plan. */
export type PlanningOrg = {
  readonly id: number;
  readonly name: string;
  /** A district or a township: it has a congress. */
  readonly hasCongress: boolean;
};

/** Organisations of a scope that bear exactly one of these names. */
export async function listOrgsByName(
  tx: Tx,
  scope: readonly number[] | "all",
  names: readonly string[],
): Promise<PlanningOrg[]> {
  const isInScope =
    scope === "all"
      ? sql`true`
      : sql`exists (select 1 from org_tree s where s.descendant_id = o.id
          and s.ancestor_id = any(${sql.param([...scope])}::int8[]))`;
  const rows = await tx.execute<{ id: string; name: string; has_congress: boolean }>(sql`
    select o.id::text, o.name, o.kind in ('district', 'township') has_congress from orgs o where o.name = any(${sql.param([...names])}::text[])
      and o.kind not in ('village', 'handling_unit') and ${isInScope} order by o.id`);
  return rows.map((row) => ({ id: Number(row.id), name: row.name, hasCongress: row.has_congress }));
}

/** An activity that stands in a yearly plan. */
export type Planned = ActivityHead & { readonly planKey: string };

const COLUMNS = sql`a.id::text, a.number, a.org_id::text, a.plan_key, a.kind, a.session_id::text, a.title, a.starts_at,
  a.on_day::text, a.place, a.content, a.state, a.held_back`;

/** What plans of these organisations hold for these years; nobody else plans until the transaction ends. */
export async function claimPlanned(
  tx: Tx,
  orgs: readonly number[],
  years: readonly number[],
): Promise<Planned[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('lvzhi.plans'))`);
  const rows = await tx.execute<ActivityHeadRow & { plan_key: string }>(sql`
    select ${COLUMNS} from activities a where a.org_id = any(${sql.param([...orgs])}::int8[])
      and split_part(a.plan_key, ':', 1) = any(${sql.param(years.map(String))}::text[])
    order by a.starts_at, a.id for update`);
  return rows.map((row) => ({ ...toActivityHead(row), planKey: row.plan_key }));
}

/** An activity that was published by itself. */
export type Unplanned = ActivityHead;

/**
 * What was published for these organisations without a plan and begins at one of these moments, sessions and their
 * sittings too. Nobody publishes for them until the transaction ends.
 */
export async function claimUnplanned(
  tx: Tx,
  orgs: readonly number[],
  moments: readonly Date[],
): Promise<Unplanned[]> {
  const ids = sql.param([...orgs]);
  await tx.execute(sql`select 1 from orgs where id = any(${ids}::int8[]) order by id for no key update`);
  const rows = await tx.execute<ActivityHeadRow>(sql`
    select ${COLUMNS} from activities a where a.org_id = any(${ids}::int8[]) and a.plan_key is null
      and a.state <> 'cancelled' and a.starts_at = any(${sql.param(moments.map((one) => one.toISOString()))}::timestamptz[])
    order by a.starts_at, a.id for update`);
  return rows.map(toActivityHead);
}

/** The days in which an activity of a kind is planned for an organisation. */
export type Stretch = {
  readonly orgId: number;
  readonly kind: ActivityKind;
  readonly from: Day;
  readonly to: Day;
};

/** What was published without a plan within these stretches, each as one of the kind for the organisation, soonest first. */
export async function listPublishedWithin(tx: Tx, stretches: readonly Stretch[]): Promise<Unplanned[]> {
  if (stretches.length === 0) return [];
  const rows = await tx.execute<ActivityHeadRow>(sql`
    select ${COLUMNS} from activities a where a.plan_key is null and a.state <> 'cancelled' and exists (
      select 1 from jsonb_to_recordset(${JSON.stringify(stretches)}::text::jsonb) as x("orgId" int8, kind text, "from" date, "to" date)
      where x."orgId" = a.org_id and x.kind = a.kind and a.on_day between x."from" and x."to")
    order by a.starts_at, a.id`);
  return rows.map(toActivityHead);
}

/** Puts down that activities published by themselves are those of a plan. */
export async function adoptPlanned(tx: Tx, rows: readonly Pick<Planned, "id" | "planKey">[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update activities a set plan_key = x.k
    from unnest(${sql.param(rows.map((one) => one.id))}::int8[], ${sql.param(rows.map((one) => one.planKey))}::text[]) as x(i, k)
    where a.id = x.i and a.plan_key is null`);
}

/** Plans activities to which nobody is called yet. */
export async function insertPlanned(tx: Tx, rows: readonly NewActivity[]): Promise<void> {
  if (rows.length > 0) await tx.insert(activities).values(rows.map((row) => ({ ...row, heldBack: true })));
}

/** A sitting of a plan, and the key of the session that it belongs to. */
export type PlannedSitting = { readonly number: string; readonly orgId: number; readonly sessionKey: string };

/** Puts sittings of a plan under their sessions, which are on file by then and come back. */
export async function joinSittings(tx: Tx, sittings: readonly PlannedSitting[]): Promise<number[]> {
  if (sittings.length === 0) return [];
  const rows = await tx.execute<{ session_id: string }>(sql`
    update activities a set session_id = s.id
    from jsonb_to_recordset(${JSON.stringify(sittings)}::text::jsonb) as x(number text, "orgId" int8, "sessionKey" text)
      join activities s on s.org_id = x."orgId" and s.plan_key = x."sessionKey"
    where a.number = x.number returning a.session_id::text`);
  return [...new Set(rows.map((row) => Number(row.session_id)))];
}

/** Changes planned activities to which nobody is called yet; nobody is to be told. */
export async function revisePlanned(
  tx: Tx,
  rows: readonly Pick<Planned, "id" | "kind" | "title" | "startsAt" | "onDay" | "place" | "content">[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update activities a set kind = x.kind, title = x.title, starts_at = x.starts_at, on_day = x.on_day, place = x.place,
      content = x.content, revision = a.revision + 1
    from jsonb_to_recordset(${JSON.stringify(rows.map(toRecord))}::text::jsonb) as x(id int8, kind text, title text,
      starts_at timestamptz, on_day date, place text, content text)
    where a.id = x.id and a.held_back`);
}

const toRecord = (row: Parameters<typeof revisePlanned>[1][number]) => ({
  ...row,
  starts_at: row.startsAt.toISOString(),
  on_day: row.onDay,
});
