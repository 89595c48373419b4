import { sql } from "drizzle-orm";
import type { FigurePart } from "#src/domain/figures/figure-basis.ts";
import type { FigurePeriod } from "#src/domain/figures/figure-period.ts";
import type { OrgKind } from "#src/domain/org.ts";
import type { Tx } from "../../client.ts";
import type { FoundOrg } from "./found.ts";
import { PART_COLUMNS } from "./counted.ts";

/** The townships, groups or stations in which some of these mandates have a seat in a stretch of time, at most so many. */
export async function listSeatedOrgs(
  tx: Tx,
  mandateIds: readonly number[],
  by: Exclude<FigurePart["by"], "deputy">,
  { from, to }: FigurePeriod,
  most: number,
): Promise<FoundOrg[]> {
  const rows = await tx.execute<{ id: string; name: string; kind: OrgKind }>(sql`
    select o.id::text, o.name, o.kind from orgs o where o.id in (
      select ${PART_COLUMNS[by]} from mandates m where m.id = any(${sql.param([...mandateIds])}::int8[])
        and m.valid_from <= ${to}::date and coalesce(m.valid_to >= ${from}::date, true))
    order by o.id limit ${most}`);
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}
