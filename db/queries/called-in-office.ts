import { type SQL, sql } from "drizzle-orm";
import { isInOffice } from "./in-office.ts";
import { isConcerned } from "./is-concerned.ts";

/**
 * SQL: whom the call `t` to the activity `a` concerns is in office on its day: under the mandate called, or, at a
 * session or one of its sittings, under another of the same congress: what began under one goes on under the next.
 */
export const isCalledInOffice = (call: SQL): SQL => sql`exists (
  select 1 from mandates h join mandates m on m.person_id = h.person_id
  where h.id = ${call}.mandate_id and ${isInOffice(sql`a.on_day`)}
    and (m.id = h.id or (m.level = h.level and ${isConcerned}
      and (a.kind = 'congress_session' or a.session_id is not null))))`;
