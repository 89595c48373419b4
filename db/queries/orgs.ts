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

/** Organisations in a scope whose name holds these words; one that is named exactly stands alone. */
export async function listOrgsNamed(
  tx: Tx,
  scope: readonly number[],
  words: string,
): Promise<{ id: number; name: string; kind: OrgKind }[]> {
  const rows = await tx.execute<{ id: string; name: string; kind: OrgKind }>(sql`
    select o.id::text, o.name, o.kind from org_tree s join orgs o on o.id = s.descendant_id
    where s.ancestor_id = any(${sql.param([...scope])}::int8[]) and o.kind not in ('village', 'handling_unit')
      and position(${words} in o.name) > 0
    group by o.id, o.name, o.kind order by o.name = ${words} desc, length(o.name), o.id limit 6`);
  const exact = rows.filter((row) => row.name === words);
  return (exact.length > 0 ? exact : rows).map((row) => ({
    id: Number(row.id),
    name: row.name,
    kind: row.kind,
  }));
}

/** The names of the districts that the roster has; one, unless an installation serves several. */
export async function listDistricts(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ name: string }>(
    sql`select name from orgs where kind = 'district' order by id`,
  );
  return rows.map((row) => row.name);
}
