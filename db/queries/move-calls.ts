import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Tx } from "../client.ts";
import { isRunning } from "./in-office.ts";
import { isConcerned } from "./is-concerned.ts";

/** A seat that goes on under another mandate, from a day on. */
export type SeatMove = { readonly oldId: number; readonly newId: number; readonly on: Day };

/** What a call consists of: whom it expects and the answer, leave, and the proof that it arrived. */
const CALL = ["attendances", "leaves", "notices"] as const;

/**
 * Takes along what somebody was called to, from that day on, wherever the new mandate is concerned too: the answer,
 * leave that was asked for or granted, and the notices. A session goes along whole or not at all; a register that is
 * final keeps the mandate that it was taken of, with its leave.
 */
export async function moveCalls(tx: Tx, moves: readonly SeatMove[]): Promise<void> {
  if (moves.length === 0) return;
  const list = sql`unnest(${sql.param(moves.map((one) => one.oldId))}::int8[],
    ${sql.param(moves.map((one) => one.newId))}::int8[], ${sql.param(moves.map((one) => one.on))}::date[])
    as v(old_id, new_id, on_day)`;
  for (const table of CALL)
    await tx.execute(sql`
      update ${sql.identifier(table)} t set mandate_id = v.new_id
      from ${list}, mandates m, activities a left join activities w on w.id = a.session_id
      where t.mandate_id = v.old_id and m.id = v.new_id and a.id = t.activity_id and a.state = 'planned'
        and coalesce(w.on_day, a.on_day) >= v.on_day and ${isConcerned}
        and not exists (select 1 from activities z
          where z.session_id = coalesce(a.session_id, a.id) and z.state = 'final')`);
}

/** Takes the calls to one activity along to the seats that people hold on its new day, where those called ended before. */
export async function moveCallsToDay(
  tx: Tx,
  activityId: number,
  seats: readonly { readonly personId: number; readonly mandateId: number }[],
  day: Day,
): Promise<void> {
  if (seats.length === 0) return;
  const list = sql`unnest(${sql.param(seats.map((one) => one.personId))}::int8[],
    ${sql.param(seats.map((one) => one.mandateId))}::int8[]) as v(person_id, new_id)`;
  for (const table of CALL)
    await tx.execute(sql`
      update ${sql.identifier(table)} t set mandate_id = v.new_id from ${list}, mandates m
      where t.activity_id = ${activityId}::int8 and m.id = t.mandate_id and m.person_id = v.person_id
        and not ${isRunning(sql`${day}::date`)}`);
}
