import { countTorn, findHead, listSealed } from "#db/queries/audit-chain.ts";
import type { Tx } from "#db/client.ts";
import { EMPTY_CHAIN, type Keyed, nextSeal, readEnd } from "#src/domain/audit-chain.ts";
import { Fault } from "#src/kernel/fault.ts";
import { type Command, withWorkshop } from "./command.ts";

const BATCH = 5_000;

/** Follows the audit's hash chain from its first line to its noted end, and stops at the first line that is wrong. */
export const VERIFY_AUDIT: Command = {
  usage: "",
  does: "follows the audit's hash chain and finds tampering",
  run: (_words, context) =>
    withWorkshop(context, async ({ database, vault }) => {
      const found = await database.db.transaction((tx) => followChain(tx, vault.fingerprint));
      if ("wrong" in found) throw new Fault("command.failed", `The audit was tampered with: ${found.wrong}.`);
      context.print(`The audit is whole: ${found.lines} sealed lines.`);
    }),
};

async function followChain(
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
