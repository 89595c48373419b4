import type { Tx } from "#db/client.ts";
import { countFeedback, insertFeedback, listFeedback, markFeedbackDone } from "#db/queries/feedback.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { FeedbackOutcome, FeedbackRequest } from "#src/domain/requests/feedback.ts";
import type { When } from "#src/domain/when.ts";
import { span, toPage } from "./figures/frame.ts";
import type { Grant } from "./gate.ts";

/** Keeps what people say about the program, and lets the office that looks after them read it and put it aside. */
export async function hearFeedback(
  tx: Tx,
  grant: Grant,
  request: FeedbackRequest,
  { now }: When,
): Promise<FeedbackOutcome> {
  if (request.do === "feedback.leave") {
    const text = withoutPersonalData(request.text);
    await insertFeedback(tx, { personId: grant.actorId, text, inboxId: request.messageId, at: now });
    return { of: "feedback.left" };
  }
  if (request.do === "feedback.close") {
    const found = await markFeedbackDone(tx, request.id, grant.scope, now);
    return { of: "feedback.closed", id: request.id, found };
  }
  const rows = await listFeedback(tx, grant.scope, span(request.page));
  const lines = rows.map(({ id, name, text }) => ({ id, name, text }));
  const total = await countFeedback(tx, grant.scope);
  return { of: "feedback.listed", lines: toPage(lines, request.page, total) };
}
