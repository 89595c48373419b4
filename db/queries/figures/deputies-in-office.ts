import { sql } from "drizzle-orm";
import type { Tx } from "../../client.ts";
import { isInOffice } from "../in-office.ts";
import { oneRow } from "../../one-row.ts";
import { isOf, type Whose } from "./counted.ts";

/** How many deputies of these were in office on a day, whether or not they did anything. */
export async function countDeputiesInOffice(tx: Tx, whose: Whose, day: string): Promise<number> {
  const rows = await tx.execute<{ n: number }>(sql`
    select count(distinct m.person_id)::int4 n from mandates m
    where ${isInOffice(sql`${day}::date`)} and ${isOf(whose)}`);
  return oneRow(rows).n;
}
