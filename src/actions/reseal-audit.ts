import type { Tx } from "#db/client.ts";
import { listSealed, replaceSeals, saveHead } from "#db/queries/audit-chain.ts";
import { EMPTY_CHAIN, type Keyed, nextSeal, noteEnd } from "#src/domain/audit-chain.ts";
import { followChain } from "./follow-audit.ts";

const BATCH = 5_000;

/**
 * Seals the audit's chain anew with another key, all of it or nothing, after it was found whole with the old one, as far as
 * it was noted outside the database (`outside`): a
 * new seal must never vouch for a line that was tampered with. A chain that has the new key's seals is left alone.
 */
export async function resealChain(
  tx: Tx,
  old: Keyed,
  fresh: Keyed,
  outside?: string,
): Promise<{ readonly lines: number } | { readonly wrong: string }> {
  const done = await followChain(tx, fresh);
  if ("lines" in done && done.lines > 0) return done;
  const found = await followChain(tx, old, outside);
  if ("wrong" in found || found.lines === 0) return found;
  let end = EMPTY_CHAIN;
  while (end.place < found.lines) {
    const seals = [];
    for (const { words } of await listSealed(tx, end.place, BATCH)) {
      end = nextSeal(fresh, end, words);
      seals.push(end);
    }
    await replaceSeals(tx, seals);
  }
  await saveHead(tx, noteEnd(fresh, end));
  return found;
}
