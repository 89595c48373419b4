import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { orgs } from "#db/schema/orgs.ts";
import { mandates, people } from "#db/schema/people.ts";

/** The id of an organisation of the district. */
export async function orgIdOf(tx: Tx, name: string): Promise<number> {
  const [row] = await tx.select({ id: orgs.id }).from(orgs).where(eq(orgs.name, name));
  if (row === undefined) throw new TypeError(`no ${name}`);
  return row.id;
}

/** Adds somebody to the register. */
export async function addPerson(tx: Tx, name: string): Promise<number> {
  const [row] = await tx.insert(people).values({ name }).returning({ id: people.id });
  return row?.id ?? 0;
}

type Seat = Partial<typeof mandates.$inferInsert> & { readonly personId: number };

/** Gives somebody a mandate of this term. */
export async function addMandate(tx: Tx, seat: Seat): Promise<number> {
  const common = { level: "district", term: "第十八届", validFrom: "2021-12-20" } as const;
  const [row] = await tx
    .insert(mandates)
    .values({ ...common, ...seat })
    .returning({ id: mandates.id });
  return row?.id ?? 0;
}
