import type { FeedbackOutcome } from "#src/domain/requests/feedback.ts";
import type { NudgeOutcome } from "#src/domain/requests/nudge.ts";
import type { OnCallOutcome } from "#src/domain/requests/on-call.ts";
import type { RetentionOutcome } from "#src/domain/requests/retention.ts";
import { assertNever } from "#src/kernel/never.ts";
import type { Reply } from "#src/text/reply.ts";

/** Puts into a reply what became of reminding deputies, of being on call, and of what was said about the program. */
export function toOfficeReply(
  outcome: NudgeOutcome | OnCallOutcome | RetentionOutcome | FeedbackOutcome,
): Reply {
  switch (outcome.of) {
    case "nudge.sent":
      return { kind: "nudge.sent", count: outcome.count };
    case "on-call.is":
      return { kind: "on-call.is", on: outcome.on, changed: outcome.changed };
    case "retention.shown": {
      const { of, ...view } = outcome;
      return { kind: of, ...view };
    }
    case "feedback.left":
      return { kind: "feedback.left" };
    case "feedback.listed":
      return { kind: "feedback.listed", lines: outcome.lines };
    case "feedback.closed":
      return { kind: "feedback.closed", id: outcome.id, found: outcome.found };
    default:
      return assertNever(outcome);
  }
}
