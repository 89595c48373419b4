import type { Tx } from "#db/client.ts";
import { countTorn, findHead, listSealed } from "#db/queries/audit-chain.ts";
import { EMPTY_CHAIN, type Keyed, nextSeal, readEnd } from "#src/domain/audit-chain.ts";

const BATCH = 5_000;

/** Follows the chain from its first line to its noted end: how many lines it has, or the first thing that is wrong. */
export async function followChain(
  tx: Tx,
  keyed: Keyed,
): Promise<{ readonly lines: number } | { readonly wrong: string }> {
  let end = EMPTY_CHAIN;
  for (;;) {
    const lines = await listSealed(tx, end.place, BATCH);
    for (const { id, words, place, seal } of lines) {
      const next = nextSeal(keyed, end, words);
      if (place !== next.place) return { wrong: `line ${next.place} of the chain is missing` };
      if (seal !== next.seal)
        return { wrong: `line ${place} of the chain (id ${id}) is not what was sealed` };
      end = next;
    }
    if (lines.length < BATCH) break;
  }
  const note = await findHead(tx);
  const noted = note === undefined ? EMPTY_CHAIN : readEnd(keyed, note);
  if (noted === null) return { wrong: "the note of the chain's end is not ours" };
  if (noted.place !== end.place || noted.seal !== end.seal)
    return { wrong: `the chain ends at line ${end.place} and should end at line ${noted.place}` };
  if ((await countTorn(tx)) > 0) return { wrong: "a line has lost its seal or its place" };
  return { lines: end.place };
}
