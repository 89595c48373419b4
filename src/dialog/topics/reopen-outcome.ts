import type { ReopenOutcome } from "#src/domain/requests/reopen.ts";
import type { Reply } from "#src/text/reply.ts";

/** Puts into a reply what became of a record that did not stand. */
export function toReopenReply(outcome: ReopenOutcome): Reply {
  switch (outcome.of) {
    case "reopen.explained": {
      const { of: kind, ...told } = outcome;
      return { kind, ...told };
    }
    case "reopen.which": {
      const { of: kind, ...told } = outcome;
      return { kind, ...told };
    }
    case "reopen.restored": {
      const { of: kind, ...told } = outcome;
      return { kind, ...told };
    }
  }
}
