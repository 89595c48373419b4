import type { Facts } from "#src/domain/facts.ts";
import type { ShareOutcome } from "#src/domain/requests/share.ts";
import type { VerifyOutcome } from "#src/domain/requests/verify.ts";
import { assertNever } from "#src/kernel/never.ts";
import type { Reply } from "#src/text/reply.ts";
import { audienceOf } from "../audience.ts";

/** Puts into a reply what became of a deputy's word on somebody else's record, or of staff's on a deputy's. */
export function toShareReply(outcome: ShareOutcome | VerifyOutcome, facts: Facts): Reply {
  switch (outcome.of) {
    case "report.acknowledged":
      if (outcome.question !== undefined) return outcome.question;
      // A bare 对 with nothing waiting for it is just a friendly word.
      return outcome.numbers.length === 0
        ? { kind: "help.chat", of: outcome.right ? "ok" : "other", audience: audienceOf(facts) }
        : toAcknowledged(outcome);
    case "report.shared": {
      const { of: _, ...given } = outcome;
      return { kind: "share.given", ...given };
    }
    case "report.share-declined":
      return { kind: "share.declined", number: outcome.number };
    case "verify.marked": {
      const { of: kind, ...fates } = outcome;
      return { kind, ...fates };
    }
    case "verify.returned": {
      const { of: kind, ...returned } = outcome;
      return { kind, ...returned };
    }
    case "verify.returned-all": {
      const { of: kind, ...returned } = outcome;
      return { kind, ...returned };
    }
    case "verify.back-already": {
      const { of: kind, ...back } = outcome;
      return { kind, ...back };
    }
    case "verify.which": {
      const { of: kind, ...told } = outcome;
      return { kind, ...told };
    }
    case "verify.none":
      return { kind: "verify.none" };
    default:
      return assertNever(outcome);
  }
}

function toAcknowledged(outcome: Extract<ShareOutcome, { of: "report.acknowledged" }>): Reply {
  const { numbers, right, opinions } = outcome;
  const heard = opinions === undefined ? {} : { opinions };
  return { kind: "share.acknowledged", numbers, right, ...heard };
}
