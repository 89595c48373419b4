import { eq } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { settings } from "../schema/schedules.ts";

/** A fact that the database keeps about itself. */
export async function findSetting(tx: Tx, name: string): Promise<string | undefined> {
  const [row] = await tx.select().from(settings).where(eq(settings.name, name));
  return row?.value;
}

/** Notes a fact about the database, in place of what was noted before. */
export async function saveSetting(tx: Tx, name: string, value: string): Promise<void> {
  await tx
    .insert(settings)
    .values({ name, value })
    .onConflictDoUpdate({ target: settings.name, set: { value } });
}

/** Notes a fact the first time only; false when something was noted under that name before. */
export async function noteOnce(tx: Tx, name: string, value: string): Promise<boolean> {
  const added = await tx.insert(settings).values({ name, value }).onConflictDoNothing().returning();
  return added.length === 1;
}
