import { sql } from "drizzle-orm";
import type { Span } from "#src/domain/attendance/attendance-facts.ts";
import type { Day } from "#src/domain/day.ts";
import type { MandateStatus } from "#src/domain/person.ts";
import type { Tx } from "../client.ts";

/** Lets mandates last again as they did. */
export async function restoreMandates(
  tx: Tx,
  rows: readonly { readonly id: number; readonly to: Day | null; readonly status: MandateStatus }[],
): Promise<void> {
  await tx.execute(sql`
    update mandates m set valid_to = v.valid_to, status = v.status
    from unnest(${sql.param(rows.map((one) => one.id))}::int8[], ${sql.param(rows.map((one) => one.to))}::date[],
      ${sql.param(rows.map((one) => one.status))}::text[]) as v(id, valid_to, status) where m.id = v.id`);
}

/** Takes a rest away that should not have been registered from a day on. */
export async function deleteSuspensions(tx: Tx, ids: readonly number[], from: Day): Promise<void> {
  await tx.execute(sql`delete from suspensions x using mandates m where m.id = x.mandate_id
    and m.id = any(${sql.param([...ids])}::int8[]) and x.from_day = greatest(m.valid_from, ${from}::date)`);
}

/** Lets rests of mandates last again as they did. */
export async function restoreSuspensions(
  tx: Tx,
  rests: readonly (Span & { readonly mandateId: number })[],
): Promise<void> {
  await tx.execute(sql`insert into suspensions (mandate_id, from_day, to_day)
    select * from unnest(${sql.param(rests.map((one) => one.mandateId))}::int8[],
      ${sql.param(rests.map((one) => one.from))}::date[], ${sql.param(rests.map((one) => one.to))}::date[])
    on conflict (mandate_id, from_day) do update set to_day = excluded.to_day`);
}

/** Lets mandates run on no day: they end before they begin. The rows stay, for what refers to them. */
export async function annulMandates(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const these = sql`any(${sql.param([...ids])}::int8[])`;
  await tx.execute(
    sql`update mandates set valid_to = valid_from - 1, status = 'terminated' where id = ${these}`,
  );
  await tx.execute(sql`delete from suspensions where mandate_id = ${these}`);
}

/** What was still owed under mandates is owed no more. */
export async function deleteOwed(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.execute(sql`
    delete from obligations o where o.mandate_id = any(${sql.param([...ids])}::int8[]) and o.state = 'open'
      and not exists (select 1 from submissions s where s.obligation_id = o.id)`);
}

/** A seat that goes back to the mandate it was held under before. */
export type SeatReturn = { readonly from: number; readonly to: number };

/** Where something lies of which a mandate has only one, and what tells it from others; null where there may be many. */
const FILED = [
  ["duty_records", sql`t.activity_id = x.activity_id`],
  ["suggestions", null],
  ["opinions", null],
] as const;
const KEPT = [
  ...FILED,
  ["obligations", sql`t.rule = x.rule and t.period = x.period`],
  ["attendances", sql`t.activity_id = x.activity_id`],
  ["leaves", sql`t.activity_id = x.activity_id`],
  ["notices", null],
] as const;

/** Takes what was filed, owed and registered under mandates back to those before them; one that has it already keeps its own. */
export const returnSeats = (tx: Tx, moves: readonly SeatReturn[]): Promise<void> => giveBack(tx, moves, KEPT);

/** Takes back only what was filed: the mandate before had ended, and is owed and called to nothing. */
export const returnFilings = (tx: Tx, moves: readonly SeatReturn[]): Promise<void> =>
  giveBack(tx, moves, FILED);

async function giveBack(
  tx: Tx,
  moves: readonly SeatReturn[],
  places: typeof KEPT | typeof FILED,
): Promise<void> {
  if (moves.length === 0) return;
  const list = sql`unnest(${sql.param(moves.map((one) => one.from))}::int8[],
    ${sql.param(moves.map((one) => one.to))}::int8[]) as v(old_id, new_id)`;
  for (const [table, same] of places) {
    const rows = sql.identifier(table);
    const twin =
      same === null
        ? sql`false`
        : sql`exists (select 1 from ${rows} x
      where x.mandate_id = v.new_id and ${same})`;
    await tx.execute(sql`update ${rows} t set mandate_id = v.new_id from ${list}
      where t.mandate_id = v.old_id and not ${twin}`);
  }
}
