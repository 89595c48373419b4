import { type SQL, sql } from "drizzle-orm";
import { orgsOfMandate } from "./in-scope.ts";

/**
 * SQL: the activity `a` concerns the mandate `m`: it sits in the subtree of the activity's org, and in its congress
 * where that is a district or the activity a session. On which day it runs is another matter (`in-office.ts`).
 */
export const isConcerned: SQL = sql`(exists (select 1 from org_tree s
    where s.ancestor_id = a.org_id and s.descendant_id in ${orgsOfMandate})
  and case when (select o.kind from orgs o where o.id = a.org_id) = 'district' then m.level = 'district'
    else (a.kind <> 'congress_session' and a.session_id is null) or m.level = 'township' end)`;
