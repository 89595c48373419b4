import type { AccountOutcome } from "#src/domain/requests/account.ts";
import { assertNever } from "#src/kernel/never.ts";
import type { Reply } from "#src/text/reply.ts";

/** Puts into replies what became of binding accounts. */
export function toAccountReplies(outcome: AccountOutcome): readonly Reply[] {
  switch (outcome.of) {
    case "account.bind":
      return [{ kind: "account.bound", name: outcome.name }, { kind: "help.privacy" }];
    case "account.unbind":
      return [{ kind: "account.unbound" }];
    default:
      return assertNever(outcome);
  }
}
