import { followChain } from "#src/actions/follow-audit.ts";
import { Fault } from "#src/kernel/fault.ts";
import { type Command, withWorkshop } from "./command.ts";

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
