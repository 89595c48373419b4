import type { Tx } from "#db/client.ts";
import { countSealed, findHead, listSealed } from "#db/queries/audit-chain.ts";
import { type ChainEnd, EMPTY_CHAIN, followSeal, type Keyed, readEnd } from "#src/domain/audit-chain.ts";

const BATCH = 5_000;

type Followed = { readonly end: ChainEnd; readonly passed: ChainEnd } | { readonly wrong: string };

/**
 * Follows the chain from its first line to its noted end: how many lines it has, or the first thing that is wrong.
 * `outside` is the end as it was noted outside the database: the chain must still pass there.
 */
export async function followChain(
  tx: Tx,
  keyed: Keyed,
  outside?: string,
): Promise<{ readonly lines: number; readonly seal: string } | { readonly wrong: string }> {
  const known = outside === undefined ? EMPTY_CHAIN : readEnd(keyed, outside);
  if (known === null) return { wrong: "the note of the chain's end in the data folder is not ours" };
  const followed = await followLines(tx, keyed, known.place);
  if ("wrong" in followed) return followed;
  const { end, passed } = followed;
  const note = await findHead(tx);
  const noted = note === undefined ? EMPTY_CHAIN : readEnd(keyed, note);
  if (noted === null) return { wrong: "the note of the chain's end is not ours" };
  if (noted.place !== end.place || noted.seal !== end.seal)
    return { wrong: `the chain ends at line ${end.place} and should end at line ${noted.place}` };
  if (end.place < known.place)
    return { wrong: `the chain ends at line ${end.place}, and line ${known.place} was sealed once` };
  if (passed.seal !== known.seal)
    return { wrong: `line ${known.place} of the chain is another one than was sealed` };
  // Whatever has a place or a seal was read above, or it is none of ours.
  if ((await countSealed(tx)) !== end.place)
    return { wrong: "a line has lost its seal or its place, or stands outside the chain" };
  return { lines: end.place, seal: end.seal };
}

async function followLines(tx: Tx, keyed: Keyed, known: number): Promise<Followed> {
  let end = EMPTY_CHAIN;
  let passed = EMPTY_CHAIN;
  for (;;) {
    const lines = await listSealed(tx, end.place, BATCH);
    for (const { id, words, place, seal } of lines) {
      if (place !== end.place + 1) return { wrong: `line ${end.place + 1} of the chain is missing` };
      const next = followSeal(keyed, end, words, seal ?? "");
      if (next === null) return { wrong: `line ${place} of the chain (id ${id}) is not what was sealed` };
      end = next;
      if (end.place === known) passed = end;
    }
    if (lines.length < BATCH) return { end, passed };
  }
}
