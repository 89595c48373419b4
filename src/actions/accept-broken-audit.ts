import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { claimUnsealed, dropSeals, saveHead, saveSeals } from "#db/queries/audit-chain.ts";
import { type ChainEnd, EMPTY_CHAIN, type Keyed, nextSeal, noteEnd } from "#src/domain/audit-chain.ts";

const BATCH = 5_000;

/**
 * Begins the audit's chain anew over an audit that was tampered with, because its key must be changed all the same. The
 * line that follows says that nothing vouches for those before it: it is sealed, and `verify-audit` tells of it from then
 * on. Returns how many lines there are with it.
 */
export async function acceptBrokenAudit(tx: Tx, keyed: Keyed, now: Date): Promise<number> {
  await dropSeals(tx);
  const before = await sealAll(tx, keyed, EMPTY_CHAIN);
  const line = { at: now, actorId: null, action: "audit.break", subject: "audit", subjectId: before.place };
  await insertAudit(tx, [line]);
  const end = await sealAll(tx, keyed, before);
  await saveHead(tx, noteEnd(keyed, end));
  return end.place;
}

async function sealAll(tx: Tx, keyed: Keyed, from: ChainEnd): Promise<ChainEnd> {
  let end = from;
  for (;;) {
    const lines = await claimUnsealed(tx, BATCH);
    if (lines.length === 0) return end;
    const seals: { id: number; place: number; seal: Buffer }[] = [];
    for (const { id, words } of lines) {
      end = nextSeal(keyed, end, words);
      seals.push({ id, place: end.place, seal: Buffer.from(end.seal, "hex") });
    }
    await saveSeals(tx, seals);
  }
}
