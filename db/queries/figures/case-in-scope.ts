import { sql } from "drizzle-orm";
import type { OwnCase } from "#src/domain/figures/own-case.ts";
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
