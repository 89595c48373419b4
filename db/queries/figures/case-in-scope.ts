import { sql } from "drizzle-orm";
import type { CaseOrigin, OwnCase } from "#src/domain/figures/own-case.ts";
import type { Tx } from "../../client.ts";
import { isInScope } from "../in-scope.ts";
import { isOpinionIn } from "./opinion-counts.ts";

/**
 * One opinion or suggestion of some subtrees by its number; with `office` also an opinion that belongs to no org. One
 * outside reads like one that does not exist.
 */
export async function findCaseIn(
  tx: Tx,
  scope: readonly number[],
  office: boolean,
  number: string,
): Promise<OwnCase | undefined> {
  const [row] = await tx.execute<OwnCase>(sql`
    select o.number, 'opinion' what, o.text, o.category, o.state from opinions o
    where o.number = ${number} and ${isOpinionIn(scope, office)}
    union all
    select s.number, case when s.motion then 'motion' else 'suggestion' end, s.title, null, s.state
    from suggestions s join mandates m on m.id = s.mandate_id where s.number = ${number} and ${isInScope(scope)}
    limit 1`);
  return row;
}

/** Where an opinion that staff see comes from: the deputy and the record only where these are theirs to see as well. */
export async function findOrigin(
  tx: Tx,
  scope: readonly number[],
  number: string,
  zone: string,
): Promise<CaseOrigin | undefined> {
  const [row] = await tx.execute<CaseOrigin>(sql`
    select (o.filed_at at time zone ${zone})::date::text "filedOn", coalesce(o.place, r.place) place,
      p.name deputy, r.number record
    from opinions o left join mandates m on m.id = o.mandate_id and ${isInScope(scope)}
      left join people p on p.id = m.person_id
      left join duty_records r on r.id = o.record_id and r.mandate_id = m.id
    where o.number = ${number}`);
  return row;
}
