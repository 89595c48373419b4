import type { Db } from "#db/client.ts";
import { followChain } from "#src/actions/follow-audit.ts";
import type { Keyed } from "#src/domain/audit-chain.ts";
import { Fault } from "#src/kernel/fault.ts";
import { type Command, withWorkshop } from "./command.ts";

/** Follows the audit's hash chain from its first line to its noted end, and stops at the first line that is wrong. */
export const VERIFY_AUDIT: Command = {
  usage: "",
  does: "follows the audit's hash chain and finds tampering",
  run: (_words, context) =>
    withWorkshop(context, async ({ database, vault }) => {
      const found = await verifyAudit(database.db, vault.fingerprint);
      if ("wrong" in found) throw new Fault("command.failed", `The audit was tampered with: ${found.wrong}.`);
      context.print(`The audit is whole: ${found.lines} sealed lines.`);
    }),
};

/**
 * Follows the chain as it is at one moment: sealing goes on meanwhile, and a note of the chain's end that is newer than
 * the lines read before it would look like lines cut off.
 */
export const verifyAudit = (db: Db, keyed: Keyed): ReturnType<typeof followChain> =>
  db.transaction((tx) => followChain(tx, keyed), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
