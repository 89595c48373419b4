import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";

/** SQL: the staff role `r` is held on a day of the district, its first and last days included. */
export const isRoleHeld = (day: Day): SQL => sql`(r.valid_from <= ${day}::date
  and (r.valid_to is null or r.valid_to >= ${day}::date))`;
