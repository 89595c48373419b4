import { eq, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { settings } from "../schema/schedules.ts";

/** Takes the lock under which processes that open the database decide one after another what it is. */
export async function claimSettings(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('lvzhi.mode'))`);
}

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

/** Notes a fact and returns what was noted before; whoever does the same at once comes after and sees it. */
export async function replaceSetting(tx: Tx, name: string, value: string): Promise<string | undefined> {
  const [before] = await tx.select().from(settings).where(eq(settings.name, name)).for("update");
  await saveSetting(tx, name, value);
  return before?.value;
}

/** Forgets a fact. */
export async function deleteSetting(tx: Tx, name: string): Promise<void> {
  await tx.delete(settings).where(eq(settings.name, name));
}

/** Notes facts the first time only; the names of those that were not noted before. */
export async function noteEachOnce(
  tx: Tx,
  names: readonly string[],
  value: string,
): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set();
  const rows = [...new Set(names)].map((name) => ({ name, value }));
  const added = await tx.insert(settings).values(rows).onConflictDoNothing().returning();
  return new Set(added.map((row) => row.name));
}

/** Notes a fact the first time only; false when something was noted under that name before. */
export async function noteOnce(tx: Tx, name: string, value: string): Promise<boolean> {
  const added = await tx.insert(settings).values({ name, value }).onConflictDoNothing().returning();
  return added.length === 1;
}
