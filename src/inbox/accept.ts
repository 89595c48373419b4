import type { Db } from "#db/client.ts";
import { type InboxRow, insertMessages, messageKey } from "#db/queries/inbox.ts";
import type { Vault } from "#db/vault.ts";
import type { Accept } from "#src/message/channel.ts";
import type { InboundMessage } from "#src/message/inbound.ts";

type Waiting = {
  readonly row: InboxRow;
  readonly resolve: (answer: { duplicate: boolean }) => void;
  readonly reject: (error: unknown) => void;
};

const LARGEST_BATCH = 256;

/**
 * Makes the one door in: a message is stored once, and only then does the promise resolve and may the network be
 * told. Messages that arrive while a commit is under way share the next one. `wake` is called after each commit.
 */
export function createAccept(db: Db, vault: Vault, wake: () => void): Accept {
  let waiting: Waiting[] = [];
  let busy = false;

  async function store(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, LARGEST_BATCH);
      waiting = waiting.slice(LARGEST_BATCH);
      await storeBatch(db, batch);
      wake();
    }
    busy = false;
  }

  return (message) =>
    new Promise((resolve, reject) => {
      waiting.push({ row: toRow(vault, message), resolve, reject });
      if (!busy) void store();
    });
}

// Settles every promise of the batch itself and never throws: a failed commit is told to each sender's network.
async function storeBatch(db: Db, batch: readonly Waiting[]): Promise<void> {
  const unique = new Map(batch.toReversed().map((one) => [keyOf(one.row), one]));
  try {
    const fresh = await db.transaction((tx) =>
      insertMessages(
        tx,
        [...unique.values()].map((one) => one.row),
      ),
    );
    for (const one of batch) {
      const key = keyOf(one.row);
      one.resolve({ duplicate: !(unique.get(key) === one && fresh.has(key)) });
    }
  } catch (error) {
    for (const one of batch) one.reject(error);
  }
}

const keyOf = (row: InboxRow): string => messageKey(row.channel, row.bot, row.externalId);

function toRow(vault: Vault, message: InboundMessage): InboxRow {
  const { channel, bot, externalId, conversation, sender, sentAt, body } = message;
  return { channel, bot, externalId, conversation, sender, sentAt, body: vault.seal(JSON.stringify(body)) };
}
