import type { Mailbox, MailboxEntry } from "#bot/web/ports.ts";
import type { Db } from "#db/client.ts";
import { appendWebMessages, listWebMessages, type WebMessageRow } from "#db/queries/web-messages.ts";
import type { Vault } from "#db/vault.ts";
import type { Clock } from "#src/kernel/clock.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";

type Waiting = {
  readonly row: WebMessageRow;
  readonly resolve: (seq: number) => void;
  readonly reject: (error: unknown) => void;
};

/** The web chat's mailbox in the database. Messages that arrive while a commit is under way share the next one. */
export function createMailbox(
  db: Db,
  vault: Vault,
  clock: Clock,
  told: () => void,
): Mailbox & { wake: () => void } {
  const waiters = new Set<() => void>();
  let waiting: Waiting[] = [];
  let busy = false;

  const store = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await appendBatch(db, batch, clock());
      told();
    }
    busy = false;
  };

  return {
    append: (message) =>
      new Promise((resolve, reject) => {
        waiting.push({ row: toRow(vault, message), resolve, reject });
        if (!busy) void store();
      }),
    list: async (conversation, after, limit) => {
      const rows = await db.transaction((tx) => listWebMessages(tx, conversation, after, limit));
      return rows.map(({ seq, kind, body, at }) => ({
        seq,
        kind,
        at: at.toISOString(),
        ...(JSON.parse(vault.open(body)) as Omit<MailboxEntry, "seq" | "kind" | "at">),
      }));
    },
    wait: (_conversation, ms, signal) => waitFor(waiters, ms, signal),
    wake: () => {
      for (const wake of waiters) wake();
    },
  };
}

// Settles every promise of the batch itself and never throws.
async function appendBatch(db: Db, batch: readonly Waiting[], now: Date): Promise<void> {
  try {
    const rows = batch.map((one) => one.row);
    const seqs = await db.transaction((tx) => appendWebMessages(tx, rows, now));
    for (const { row, resolve } of batch) resolve(seqs.get(row.key) ?? 0);
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

function toRow(
  vault: Vault,
  { conversation, key, kind, text, choices, attachments, number }: OutboundMessage,
) {
  const body = { text, choices, attachments, ...(number === undefined ? {} : { number }) };
  return { conversation, key, kind, body: vault.seal(JSON.stringify(body)) };
}

function waitFor(waiters: Set<() => void>, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      waiters.delete(end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end);
    waiters.add(end);
  });
}
