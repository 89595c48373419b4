import { sql } from "drizzle-orm";
import type { CountUnit } from "#src/domain/count-unit.ts";
import type { Tx } from "../client.ts";

/** 8家 is read as firms, and families are counted by the same word. */
const ALIKE: Readonly<Partial<Record<CountUnit, CountUnit>>> = { enterprises: "households" };

/** The numbers of somebody's standing records, filed later than `since`, that count so many, newest first. */
export async function listCounting(
  tx: Tx,
  personId: number,
  { field, value }: { readonly field: CountUnit; readonly value: number },
  since: Date,
  most: number,
): Promise<string[]> {
  const units = sql.param([field, ALIKE[field] ?? field]);
  const rows = await tx.execute<{ number: string }>(sql`
    select number from duty_records
    where person_id = ${personId}::int8 and filed_at > ${since.toISOString()}::timestamptz
      and source in ('chat', 'staff') and state not in ('withdrawn', 'draft')
      and exists (select from unnest(${units}::text[]) unit where (counts ->> unit)::numeric = ${value}::numeric)
    order by filed_at desc, id desc limit ${most}`);
  return rows.map((row) => row.number);
}
