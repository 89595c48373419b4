import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { arrivedAt } from "./arrived-at.ts";

/**
 * When news reached its reader, by key: null while it did not, or only as a hint that there is some, or nobody has come for it. A key that is not
 * there any more, or never was, is missing.
 */
export async function listToldAt(
  tx: Tx,
  keys: readonly string[],
  kinds: readonly string[],
): Promise<ReadonlyMap<string, Date | null>> {
  const rows = await tx.execute<{ key: string; told_at: string | null }>(sql`
    select key, case when o.kind = any(${sql.param([...kinds])}::text[]) then ${arrivedAt} end told_at
    from outbox o where key = any(${sql.param([...keys])}::text[])`);
  return new Map(rows.map((row) => [row.key, row.told_at === null ? null : new Date(row.told_at)]));
}

/** Of these keys those whose news was written down for somebody whom no channel reached. */
export async function listUnreachedKeys(tx: Tx, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.execute<{ key: string }>(sql`
    select key from outbox
    where key = any(${sql.param([...keys])}::text[]) and status = 'suppressed' and reason = 'unreachable'`);
  return new Set(rows.map((row) => row.key));
}

/** Lets the keys of news go that reached nobody, so that it can be told anew; that it did not is kept. */
export async function releaseKeys(tx: Tx, keys: readonly string[]): Promise<void> {
  await tx.execute(sql`update outbox set key = key || ':unreached:' || id
    where key = any(${sql.param([...keys])}::text[]) and status = 'suppressed'`);
}
