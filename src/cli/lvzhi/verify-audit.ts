import type { Db } from "#db/client.ts";
import { countUnsealed, findSealAt, listBreaks } from "#db/queries/audit-chain.ts";
import { followChain } from "#src/actions/follow-audit.ts";
import type { Keyed } from "#src/domain/audit-chain.ts";
import { Fault } from "#src/kernel/fault.ts";
import { type Command, withWorkshop } from "./command.ts";

/** Follows the audit's hash chain from its first line to its noted end, and stops at the first line that is wrong. */
export const VERIFY_AUDIT: Command = {
  usage: "[END]",
  does: "follows the audit's hash chain and finds tampering; END is what an earlier run printed",
  run: ([earlier], context) =>
    withWorkshop(context, async ({ database, vault, anchor }) => {
      const outside = anchor.find();
      const found = await verifyAudit(database.db, vault.mac, outside);
      if ("wrong" in found) throw new Fault("command.failed", `The audit was tampered with: ${found.wrong}.`);
      if (earlier !== undefined) await requirePassed(database.db, earlier);
      const { lines, since } = await database.db.transaction(countUnsealed);
      context.print(`The audit is whole: ${found.lines} sealed lines.`);
      context.print(`Its end, to compare with another day: ${found.lines}:${found.seal}`);
      for (const { on, upTo } of await database.db.transaction(listBreaks))
        context.print(
          `Nothing vouches for lines 1 to ${upTo} as they were before ${on.toISOString()}: the audit was broken then, and the key was changed all the same.`,
        );
      if (lines > 0) context.print(`${lines} lines wait for their seal since ${since?.toISOString() ?? ""}.`);
      if (outside === undefined) context.print("No end was noted in the data folder yet to compare with.");
    }),
};

async function requirePassed(db: Db, earlier: string): Promise<void> {
  const [place = "", seal] = earlier.split(":");
  const found = await db.transaction((tx) => findSealAt(tx, Number(place)));
  if (seal !== undefined && found === seal) return;
  throw new Fault("command.failed", `The audit does not pass ${earlier}, which an earlier run printed.`);
}

/**
 * Follows the chain as it is at one moment: sealing goes on meanwhile, and a note of the chain's end that is newer than
 * the lines read before it would look like lines cut off.
 */
export const verifyAudit = (db: Db, keyed: Keyed, outside?: string): ReturnType<typeof followChain> =>
  db.transaction((tx) => followChain(tx, keyed, outside), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
