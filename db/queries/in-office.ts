import { type SQL, sql } from "drizzle-orm";

/**
 * SQL: the mandate `m` runs on a day, suspended or not. Dates decide and not the status of today, so that a figure
 * about a day gone by stays what it was; a mandate that is over without a known last day counts on none.
 */
export const isRunning = (day: SQL): SQL => sql`(m.valid_from <= ${day}
  and (m.valid_to >= ${day} or (m.valid_to is null and m.status = 'active')))`;

/** SQL: the mandate `m` is exercised on a day: it runs and does not rest (`src/domain/mandate-on.ts` says the same). */
export const isInOffice = (day: SQL): SQL => sql`(${isRunning(day)} and not exists (
  select 1 from suspensions x where x.mandate_id = m.id and x.from_day <= ${day}
    and (x.to_day is null or x.to_day >= ${day})))`;
