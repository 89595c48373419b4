import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { type FoundActivity, findActivity } from "./activities.ts";
import { type DecisionRights, isDecidable } from "./leave-decisions.ts";

/**
 * An activity by its number, as it stays until the transaction ends, with its sittings: several may ask for leave from
 * it at once, and nobody makes its register final or calls it off past them.
 */
export async function holdActivity(tx: Tx, number: string): Promise<FoundActivity | undefined> {
  await tx.execute(sql`
    select 1 from activities a where a.number = ${number}
      or a.session_id = (select s.id from activities s where s.number = ${number})
    order by a.id for share`);
  return findActivity(tx, number);
}

/**
 * Holds everything from which somebody of a name waits for leave on which the speaker may decide, one activity if it is
 * named. Before the wishes themselves, as a register does that takes leave back: nobody waits for the other.
 */
export async function holdWishedFor(
  tx: Tx,
  name: string,
  activity: string | undefined,
  rights: DecisionRights,
): Promise<void> {
  const wished = sql`(select a.id from leaves l join people p on p.id = l.person_id
      join activities a on a.id = l.activity_id join mandates m on m.id = l.mandate_id
    where p.name = ${name} and l.state = 'pending' and ${isDecidable(rights)}
      and (${activity ?? null}::text is null or a.number = ${activity ?? null}::text))`;
  await tx.execute(sql`
    select 1 from activities h where h.id in ${wished} or h.session_id in ${wished} order by h.id for share`);
}
