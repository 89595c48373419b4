import { sql } from "drizzle-orm";
import type { FigurePart } from "#src/domain/figures/figure-basis.ts";
import type { Tx } from "../../client.ts";
import { PART_COLUMNS } from "./counted.ts";

/** To which org or deputy each of these mandates belongs; null for none. */
export async function listMandateParts(
  tx: Tx,
  mandateIds: readonly number[],
  by: FigurePart["by"],
): Promise<ReadonlyMap<number, number | null>> {
  const rows = await tx.execute<{ id: string; part: string | null }>(sql`
    select m.id::text, ${PART_COLUMNS[by]}::text part from mandates m
    where m.id = any(${sql.param([...mandateIds])}::int8[])`);
  return new Map(rows.map(({ id, part }) => [Number(id), part === null ? null : Number(part)]));
}

/** The names of some people, in the order of the roster. */
export async function listNamesInOrder(tx: Tx, ids: readonly number[]): Promise<string[]> {
  const rows = await tx.execute<{ name: string }>(sql`
    select p.name from people p where p.id = any(${sql.param([...ids])}::int8[]) order by p.id`);
  return rows.map((row) => row.name);
}
