import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import { isInOffice } from "./in-office.ts";

/**
 * SQL: the staff role `r` is held on a day of the district, its first and last days included. A deputies' group is led
 * by one of its deputies: who leads it does so while in office there, whatever the roster says; somebody who never was
 * a deputy leads it as the roster says.
 */
export const isRoleHeld = (day: Day): SQL => sql`(r.valid_from <= ${day}::date
  and (r.valid_to is null or r.valid_to >= ${day}::date) and (r.role <> 'group_leader' or ${leads(day)}))`;

// Mandates in the group itself, or, where there never was one, any of the person's.
const leads = (
  day: Day,
): SQL => sql`(select coalesce(bool_or(seat.sits) filter (where seat.here), bool_or(seat.sits), true)
  from (select m.group_id is not distinct from r.org_id here, ${isInOffice(sql`${day}::date`)} sits from mandates m
    where m.person_id = r.person_id and (m.valid_to is null or m.valid_to >= m.valid_from)) seat)`;
