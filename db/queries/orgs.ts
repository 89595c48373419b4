import { sql } from "drizzle-orm";
import type { OrgKind } from "#src/domain/org.ts";
import type { Tx } from "../client.ts";
import { orgs } from "../schema/orgs.ts";

/** An organisation about to be added; only the province has no parent. `code` is the official division code. */
export type NewOrg = {
  readonly kind: OrgKind;
  readonly name: string;
  readonly parentId: number | null;
  readonly code?: string;
};

/** Adds organisations of one level under parents that exist; returns their ids in the order given. */
export async function insertOrgs(tx: Tx, rows: readonly NewOrg[]): Promise<number[]> {
  if (rows.length === 0) return [];
  const added = await tx
    .insert(orgs)
    .values(rows.map((row) => ({ ...row, code: row.code ?? null })))
    .returning({ id: orgs.id });
  const ids = added.map((row) => row.id);
  await tx.execute(sql`
    insert into org_tree (ancestor_id, descendant_id, depth)
    select t.ancestor_id, o.id, t.depth + 1 from orgs o join org_tree t on t.descendant_id = o.parent_id
    where o.id = any(${sql.param(ids)}::int8[])
    union all select o.id, o.id, 0 from orgs o where o.id = any(${sql.param(ids)}::int8[])`);
  return ids;
}
