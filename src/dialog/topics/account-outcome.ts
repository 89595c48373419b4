import type { AccountOutcome } from "#src/domain/requests/account.ts";
import { assertNever } from "#src/kernel/never.ts";
import type { Reply } from "#src/text/reply.ts";

/** Puts into replies what became of binding accounts. */
export function toAccountReplies(outcome: AccountOutcome): readonly Reply[] {
  switch (outcome.of) {
    case "account.bind":
      return [
        { kind: "account.bound", name: outcome.name, second: outcome.second === true },
        { kind: "help.privacy" },
      ];
    case "account.number-wanted":
      return [{ kind: "account.number-wanted" }];
    case "account.unbind":
      return [{ kind: "account.unbound" }];
    case "account.logins":
      return [{ kind: "account.logins", logins: outcome.logins }];
    case "account.leave-others":
      return [{ kind: "account.others-left", accounts: outcome.accounts, codes: outcome.codes }];
    case "account.factor":
      return [{ kind: "account.factor", confirmed: outcome.confirmed }];
    case "account.which": {
      const { of: kind, ...which } = outcome;
      return [{ kind, ...which }];
    }
    case "account.invite": {
      const { of: _, ...made } = outcome;
      return [{ kind: "account.code", ...made }];
    }
    case "account.revoke": {
      const { of: _, ...gone } = outcome;
      return [{ kind: "account.revoked", ...gone }];
    }
    default:
      return assertNever(outcome);
  }
}
