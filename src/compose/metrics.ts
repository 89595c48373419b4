import { Gauge, Registry } from "prom-client";
import type { Db } from "#db/client.ts";
import { countWaiting } from "#db/queries/inbox.ts";
import { countOutgoing } from "#db/queries/outbox-counts.ts";
import type { Network } from "./channels.ts";
import type { Clock } from "#src/kernel/clock.ts";

/** The figures worth an alarm, read when asked for: what waits, how long, what was given up. */
export function createMetrics(
  db: Db,
  clock: Clock,
  networks: () => readonly Network[],
): () => Promise<string> {
  const registry = new Registry();
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers: [registry] });
  const waiting = gauge("lvzhi_inbox_waiting", "Messages stored and not yet handled");
  const oldest = gauge("lvzhi_inbox_oldest_seconds", "Age of the oldest waiting message");
  const buried = gauge("lvzhi_inbox_buried", "Messages given up after five tries");
  const unsent = gauge("lvzhi_outbox_due", "Messages due and not yet sent");
  const oldestDue = gauge("lvzhi_outbox_oldest_seconds", "How long the message due first has been due");
  const failed = gauge("lvzhi_outbox_failed", "Messages that no network took");
  const repeats = gauge("lvzhi_outbox_possible_repeats", "Messages that may have been sent twice");
  const loggedIn = new Gauge({
    name: "lvzhi_channel_logged_in",
    help: "1 where this process holds the log-in of a network, 0 where nobody is logged in or another process is",
    labelNames: ["channel"],
    registers: [registry],
  });
  return async () => {
    for (const { name, isLoggedIn } of networks())
      if (isLoggedIn !== undefined) loggedIn.set({ channel: name }, isLoggedIn() ? 1 : 0);
    const now = clock();
    const inbox = await db.transaction(countWaiting);
    const outbox = await db.transaction((tx) => countOutgoing(tx, now));
    waiting.set(inbox.waiting);
    oldest.set(inbox.oldestSeconds);
    buried.set(inbox.buried);
    unsent.set(outbox.due);
    oldestDue.set(outbox.oldestDueSeconds);
    failed.set(outbox.failed);
    repeats.set(outbox.possibleRepeats);
    return registry.metrics();
  };
}
