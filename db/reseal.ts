import type { Tx } from "./client.ts";
import { listSealedPage, saveSealed, type SealedValue } from "./queries/sealed.ts";
import type { SealedColumn } from "./sealed-columns.ts";
import type { Vault } from "./vault.ts";

/** The vaults of the key that was and of the key that is to be. */
export type KeyChange = { readonly old: Vault; readonly fresh: Vault };

/** What became of one page of values. */
export type ResealedPage = {
  /** Where the next page begins; undefined after the last. */
  readonly last: readonly string[] | undefined;
  readonly resealed: number;
  /** Values that were sealed with the new key before: an earlier run was cut short. */
  readonly before: number;
  /** Keys of the rows whose value opens with neither key; they stay as they are. */
  readonly unreadable: readonly string[];
};

/**
 * Seals one page of a column with the new key. Which key a value has is found by trying: the cipher's tag says so
 * without doubt. So a run that was cut short is simply run again.
 */
export async function resealPage(
  tx: Tx,
  column: SealedColumn,
  change: KeyChange,
  after: readonly string[] | undefined,
): Promise<ResealedPage> {
  const page = await listSealedPage(tx, column, after);
  const done: SealedValue[] = [];
  const unreadable: string[] = [];
  let before = 0;
  for (const { key, value } of page) {
    const words = tryOpen(change.old, value);
    if (words !== undefined) done.push({ key, value: change.fresh.sealBytes(words) });
    else if (tryOpen(change.fresh, value) !== undefined) before += 1;
    else unreadable.push(key.join("/"));
  }
  await saveSealed(tx, column, done);
  return { last: page.at(-1)?.key, resealed: done.length, before, unreadable };
}

function tryOpen(vault: Vault, value: Uint8Array): Buffer | undefined {
  try {
    return vault.openBytes(value);
  } catch {
    return undefined; // sealed with another key, or damaged: the caller tries the other one
  }
}
