import { sql } from "drizzle-orm";
import type { AttendedKind } from "#src/domain/activity.ts";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";
import { activities } from "../schema/activities.ts";
import type { Activity, NewActivity } from "./activities.ts";

/** An organisation whose activities somebody may plan. */
export type PlanningOrg = { readonly id: number; readonly name: string };

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
  const rows = await tx.execute<{ id: string; name: string }>(sql`
    select o.id::text, o.name from orgs o where o.name = any(${sql.param([...names])}::text[])
      and o.kind not in ('village', 'handling_unit') and ${isInScope} order by o.id`);
  return rows.map((row) => ({ id: Number(row.id), name: row.name }));
}

/** An activity that stands in a yearly plan. */
export type Planned = {
  readonly id: number;
  readonly number: string;
  readonly orgId: number;
  readonly planKey: string;
  readonly kind: AttendedKind;
  readonly title: string;
  readonly startsAt: Date;
  readonly onDay: Day;
  readonly place: string | null;
  readonly content: string | null;
  readonly state: Activity["state"];
  readonly heldBack: boolean;
};

type Row = {
  id: string;
  number: string;
  org_id: string;
  plan_key: string;
  kind: AttendedKind;
  title: string;
  starts_at: string;
  on_day: Day;
  place: string | null;
  content: string | null;
  state: Activity["state"];
  held_back: boolean;
};

/** What plans of these organisations hold for these years; nobody else plans until the transaction ends. */
export async function claimPlanned(
  tx: Tx,
  orgs: readonly number[],
  years: readonly number[],
): Promise<Planned[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('lvzhi.plans'))`);
  const rows = await tx.execute<Row>(sql`
    select a.id::text, a.number, a.org_id::text, a.plan_key, a.kind, a.title, a.starts_at, a.on_day::text, a.place,
      a.content, a.state, a.held_back from activities a
    where a.org_id = any(${sql.param([...orgs])}::int8[])
      and split_part(a.plan_key, ':', 1) = any(${sql.param(years.map(String))}::text[])
    order by a.starts_at, a.id for update`);
  return rows.map((row) => ({
    id: Number(row.id),
    number: row.number,
    orgId: Number(row.org_id),
    planKey: row.plan_key,
    kind: row.kind,
    title: row.title,
    startsAt: new Date(row.starts_at),
    onDay: row.on_day,
    place: row.place,
    content: row.content,
    state: row.state,
    heldBack: row.held_back,
  }));
}

/** Plans activities to which nobody is called yet. */
export async function insertPlanned(tx: Tx, rows: readonly NewActivity[]): Promise<void> {
  if (rows.length > 0) await tx.insert(activities).values(rows.map((row) => ({ ...row, heldBack: true })));
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
