import { sql } from "drizzle-orm";
import type { Tx } from "../../client.ts";
import { isInOffice } from "../in-office.ts";
import { oneRow } from "../../one-row.ts";
import { isOf, PART_COLUMNS, type Whose } from "./counted.ts";
import type { FigurePart } from "#src/domain/figures/figure-basis.ts";

/** How many deputies of these were in office on a day, whether or not they did anything. */
export async function countDeputiesInOffice(tx: Tx, whose: Whose, day: string): Promise<number> {
  const rows = await tx.execute<{ n: number }>(sql`
    select count(distinct m.person_id)::int4 n from mandates m
    where ${isInOffice(sql`${day}::date`)} and ${isOf(whose)}`);
  return oneRow(rows).n;
}

/** The same in each township, group or station by its id; one without anybody in office is not among them. */
export async function countDeputiesInEach(
  tx: Tx,
  whose: Whose,
  by: FigurePart["by"],
  day: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.execute<{ id: string | null; n: number }>(sql`
    select ${PART_COLUMNS[by]}::text id, count(distinct m.person_id)::int4 n from mandates m
    where ${isInOffice(sql`${day}::date`)} and ${isOf(whose)} group by 1`);
  return new Map(rows.map(({ id, n }) => [id ?? "", n]));
}
