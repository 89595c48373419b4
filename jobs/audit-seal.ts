import { claimUnsealed, findHead, saveHead, saveSeals } from "#db/queries/audit-chain.ts";
import type { Tx } from "#db/client.ts";
import { EMPTY_CHAIN, type Keyed, nextSeal, noteEnd, readEnd } from "#src/domain/audit-chain.ts";
import { NOTHING_DUE } from "#src/domain/tally.ts";
import type { Job } from "./job.ts";

const BATCH = 2_000;

/** Seals what the audit has gained into its hash chain, in batches, so that it costs the path of a message nothing. */
export const auditSealJob: Job = {
  name: "audit-seal",
  poke: "*/5 * * * * *",
  timetable: () => ({ everySeconds: 5 }),
  run: async ({ db, vault, log }) => {
    let sealed = 0;
    for (;;) {
      const count = await db.transaction((tx) => sealSome(tx, vault.fingerprint));
      if (count === null) {
        log.error("audit.chain-broken");
        return { tally: NOTHING_DUE, report: { sealed, broken: 1 } };
      }
      sealed += count;
      if (count < BATCH) return { tally: NOTHING_DUE, report: { sealed } };
    }
  },
};

/** Null where the chain's end is not one of ours: nothing is sealed onto it until somebody has looked. */
async function sealSome(tx: Tx, keyed: Keyed): Promise<number | null> {
  const lines = await claimUnsealed(tx, BATCH);
  if (lines.length === 0) return 0;
  const note = await findHead(tx);
  let end = note === undefined ? EMPTY_CHAIN : readEnd(keyed, note);
  if (end === null) return null;
  const seals: { id: number; place: number; seal: Buffer }[] = [];
  for (const { id, words } of lines) {
    end = nextSeal(keyed, end, words);
    seals.push({ id, place: end.place, seal: Buffer.from(end.seal, "hex") });
  }
  await saveSeals(tx, seals);
  await saveHead(tx, noteEnd(keyed, end));
  return lines.length;
}
