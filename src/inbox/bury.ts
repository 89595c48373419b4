import { deleteDialog } from "#db/queries/dialogs.ts";
import { type ClaimedMessage, markDead, markFailed } from "#db/queries/inbox.ts";
import { deleteReadings } from "#db/queries/second-readings.ts";
import { backoffMs } from "#src/kernel/backoff.ts";
import { errorFacts } from "#src/kernel/log.ts";
import { enqueue } from "#src/outbox/enqueue.ts";
import type { InboxParts } from "./situation.ts";

const MOST_FAILURES = 5;

/**
 * After a failure: the message waits and is tried again, or after five tries it is given up, with an apology to its
 * sender and an alarm. Its conversation starts afresh, so that the next message is not lost to the same fault.
 */
export async function bury(parts: InboxParts, message: ClaimedMessage, error: unknown): Promise<void> {
  const { db, log, clock, vault, policy, zone } = parts;
  const facts = { inboxId: message.id, failures: message.failures + 1, ...errorFacts(error) };
  const name = error instanceof Error ? error.name : "unknown";
  if (message.failures + 1 < MOST_FAILURES) {
    log.warn("inbox.failed", facts);
    const delayMs = backoffMs(message.failures + 1, parts.random());
    await db.transaction((tx) => markFailed(tx, message, name, delayMs));
    return;
  }
  await db.transaction(async (tx) => {
    const now = clock();
    if (!(await markDead(tx, message, name, now))) return;
    await deleteDialog(tx, message.conversation);
    await deleteReadings(tx, [message.id]);
    const { conversation } = message;
    await enqueue(
      tx,
      vault,
      [{ conversation, key: `dead:${message.id}`, reply: { kind: "help.broken" }, dueAt: now }],
      { now, zone, policy },
    );
  });
  log.error("inbox.buried", facts);
}
