import { claimUnsealed, findHead, findSealAt, saveHead, saveSeals } from "#db/queries/audit-chain.ts";
import type { Tx } from "#db/client.ts";
import {
  type ChainEnd,
  EMPTY_CHAIN,
  type Keyed,
  nextSeal,
  noteEnd,
  readEnd,
} from "#src/domain/audit-chain.ts";
import { NOTHING_DUE } from "#src/domain/tally.ts";
import type { Job } from "./job.ts";

const BATCH = 2_000;

/** Seals what the audit has gained into its hash chain, in batches, so that it costs the path of a message nothing. */
export const auditSealJob: Job = {
  name: "audit-seal",
  poke: "*/5 * * * * *",
  timetable: () => ({ everySeconds: 5 }),
  run: async ({ db, vault, anchor, log }) => {
    let sealed = 0;
    for (;;) {
      const done = await db.transaction((tx) => sealSome(tx, vault.mac, anchor.find()));
      if (done === null) {
        log.error("audit.chain-broken");
        return { tally: NOTHING_DUE, report: { sealed, broken: 1 } };
      }
      sealed += done.sealed;
      // Last: what is noted outside was committed.
      if (done.note !== anchor.find()) anchor.keep(done.note);
      if (done.sealed < BATCH) return { tally: NOTHING_DUE, report: { sealed } };
    }
  },
};

/** Null where the chain's end is not one of ours: nothing is sealed onto it until somebody has looked. */
async function sealSome(
  tx: Tx,
  keyed: Keyed,
  outside: string | undefined,
): Promise<{ readonly sealed: number; readonly note: string } | null> {
  const lines = await claimUnsealed(tx, BATCH);
  const note = await findHead(tx);
  let end = note === undefined ? EMPTY_CHAIN : readEnd(keyed, note);
  if (end === null || !(await goesOn(tx, keyed, end, outside))) return null;
  if (lines.length === 0) return { sealed: 0, note: noteEnd(keyed, end) };
  const seals: { id: number; place: number; seal: Buffer }[] = [];
  for (const { id, words } of lines) {
    end = nextSeal(keyed, end, words);
    seals.push({ id, place: end.place, seal: Buffer.from(end.seal, "hex") });
  }
  await saveSeals(tx, seals);
  await saveHead(tx, noteEnd(keyed, end));
  return { sealed: lines.length, note: noteEnd(keyed, end) };
}

// A chain that was put back, emptied or begun anew would be sealed into a whole one: what was noted outside tells.
async function goesOn(tx: Tx, keyed: Keyed, end: ChainEnd, outside: string | undefined): Promise<boolean> {
  if (outside === undefined) return true;
  const known = readEnd(keyed, outside);
  if (known === null || end.place < known.place) return false;
  return known.place === 0 || (await findSealAt(tx, known.place)) === known.seal;
}
