import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Level } from "#src/domain/requests/mandate.ts";
import type { Tx } from "../client.ts";
import { isInOffice } from "./in-office.ts";

/**
 * SQL: the deputy of the obligation `b` sits on a day in the congress that it is owed in, under whatever seat: a
 * transfer or a new term takes nothing of what is owed away.
 */
const isStillSitting = (day: SQL): SQL => sql`exists (select 1 from mandates s
  join mandates m on m.person_id = s.person_id and m.level = s.level where s.id = b.mandate_id and ${isInOffice(day)})`;

/**
 * SQL: the obligation `b`, if it is open, has still to be met: by whoever sits in that congress on a day, and by whoever
 * sat in it until the term ran out, of what was due by then. Who resigned or lost the seat owes no more.
 */
export const isStillOwed = (day: SQL): SQL => sql`(${isStillSitting(day)} or exists (select 1 from mandates e
  where e.id = b.mandate_id and e.status in ('active', 'suspended') and e.valid_to between b.due_on and ${day} - 1))`;

/** An obligation as it stands. */
export type Owed = {
  readonly id: number;
  readonly rule: string;
  readonly title: string;
  readonly period: string;
  readonly dueOn: Day;
  readonly personId: number;
  readonly level: Level;
  readonly isOpen: boolean;
  readonly isInOffice: boolean;
};

type Row = {
  id: string;
  rule: string;
  title: string;
  period: string;
  due_on: string;
  person_id: string;
  level: Level;
  is_open: boolean;
  in_office: boolean;
};

/** Obligations by id, and whether their deputies sit in that congress on a day. */
export async function listOwed(tx: Tx, ids: readonly number[], today: Day): Promise<Owed[]> {
  const rows = await tx.execute<Row>(sql`
    select b.id::text, b.rule, b.title, b.period, b.due_on::text, b.person_id::text, o.level,
      b.state in ('open', 'returned') is_open, ${isStillSitting(sql`${today}::date`)} in_office
    from obligations b join mandates o on o.id = b.mandate_id
    where b.id = any(${sql.param([...ids])}::int8[])`);
  return rows.map((row) => ({
    id: Number(row.id),
    rule: row.rule,
    title: row.title,
    period: row.period,
    dueOn: row.due_on,
    personId: Number(row.person_id),
    level: row.level,
    isOpen: row.is_open,
    isInOffice: row.in_office,
  }));
}
