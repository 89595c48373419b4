import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { Tx } from "../client.ts";
import { isInOffice } from "./in-office.ts";

/** An obligation as it stands. */
export type Owed = {
  readonly id: number;
  readonly rule: string;
  readonly title: string;
  readonly dueOn: Day;
  readonly isOpen: boolean;
  readonly isInOffice: boolean;
  /** Standing records since the first day asked about, by kind. */
  readonly records: Readonly<Partial<Record<DutyKind, number>>>;
};

type Row = {
  id: string;
  rule: string;
  title: string;
  due_on: string;
  is_open: boolean;
  in_office: boolean;
  records: string;
};

/** Obligations by id, with the mandate's standing on a day and the records of the due day's year. */
export async function listOwed(tx: Tx, ids: readonly number[], today: Day): Promise<Owed[]> {
  const rows = await tx.execute<Row>(sql`
    select b.id::text, b.rule, b.title, b.due_on::text, b.state in ('open', 'returned') is_open,
      ${isInOffice(sql`${today}::date`)} in_office,
      coalesce((select json_object_agg(kind, n) from (select r.kind, count(*) n from duty_records r
        where r.mandate_id in (select c.id from mandates c
            where c.person_id = m.person_id and c.level = m.level and c.term = m.term) and r.state in ('confirmed', 'verified')
          and r.starts_on between date_trunc('year', b.due_on)::date and b.due_on group by r.kind) k), '{}')::text records
    from obligations b join mandates m on m.id = b.mandate_id
    where b.id = any(${sql.param([...ids])}::int8[])`);
  return rows.map((row) => ({
    id: Number(row.id),
    rule: row.rule,
    title: row.title,
    dueOn: row.due_on,
    isOpen: row.is_open,
    isInOffice: row.in_office,
    records: JSON.parse(row.records) as Partial<Record<DutyKind, number>>,
  }));
}
