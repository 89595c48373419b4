import type { Mailbox, MailboxEntry } from "#bot/web/ports.ts";
import type { Db } from "#db/client.ts";
import {
  appendWebMessages,
  findNewMail,
  listWebMessages,
  type WebMessageRow,
} from "#db/queries/web-messages.ts";
import type { Vault } from "#db/vault.ts";
import type { Clock } from "#src/kernel/clock.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";
import { createReaders } from "./readers.ts";

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
  const readers = createReaders((waiting) => db.transaction((tx) => findNewMail(tx, waiting)));
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
    wait: readers.wait,
    wake: readers.look,
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

function toRow(vault: Vault, { conversation, key, kind, ...body }: OutboundMessage): WebMessageRow {
  return { conversation, key, kind, body: vault.seal(JSON.stringify(body)) };
}
