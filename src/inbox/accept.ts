import { type Db, isTransient } from "#db/client.ts";
import { type InboxRow, insertMessages, messageKey } from "#db/queries/inbox.ts";
import type { Vault } from "#db/vault.ts";
import { type Allowance, BOUNDLESS } from "#src/kernel/allowance.ts";
import { Fault } from "#src/kernel/fault.ts";
import type { Accept } from "#src/message/channel.ts";
import type { InboundMessage } from "#src/message/inbound.ts";

type Waiting = {
  readonly row: InboxRow;
  readonly resolve: (answer: { duplicate: boolean }) => void;
  readonly reject: (error: unknown) => void;
};

const LARGEST_BATCH = 256;
/** Beyond this a database that hangs would cost memory; the networks deliver again. */
const MOST_WAITING = 10_000;
/** Networks wait 5 s for an answer at most (WeChat); a message stored after that is a duplicate when it comes again. */
const PATIENCE_MS = 4_500;

/**
 * Makes the one door in, for as many messages as one sender may send: nobody fills the inbox for the others. The first
 * beyond is answered in the chat, in its place in the order; those that follow are not stored.
 */
export function createAccept(
  db: Db,
  vault: Vault,
  wake: () => void,
  allowance: Allowance = BOUNDLESS,
): Accept {
  const store = createStore(db, vault, wake);
  return async (message) => {
    const taken = allowance.take(message.sender);
    if (taken === "taken") return storeWithin(store, allowance, message);
    if (taken === "first-over") await store(toTooMany(message));
    return { duplicate: false, tooMany: true };
  };
}

type Store = (message: InboundMessage) => Promise<{ readonly duplicate: boolean }>;

// Only what was new counts: a network that delivers again does not use anybody's measure up.
async function storeWithin(store: Store, allowance: Allowance, message: InboundMessage) {
  let isNew = false;
  try {
    const stored = await store(message);
    isNew = !stored.duplicate;
    return stored;
  } finally {
    if (!isNew) allowance.giveBack(message.sender);
  }
}

const toTooMany = (message: InboundMessage): InboundMessage => ({
  ...message,
  externalId: `${message.externalId}/too-many`,
  body: { kind: "unreadable", what: "too-many" },
});

/**
 * Makes what stores: a message is stored once, and only then does the promise resolve and may the network be
 * told. Messages that arrive while a commit is under way share the next one. `wake` is called after each commit.
 * Rejects with `database.unreachable` when the message could not be stored in time.
 */
function createStore(db: Db, vault: Vault, wake: () => void): Store {
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
      if (waiting.length >= MOST_WAITING) throw tooSlow();
      const timer = setTimeout(() => reject(tooSlow()), PATIENCE_MS);
      waiting.push({
        row: toRow(vault, message),
        resolve: (answer) => {
          clearTimeout(timer);
          resolve(answer);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      });
      if (!busy) void store();
    });
}

const tooSlow = (): Fault =>
  new Fault("database.unreachable", "The database does not answer: check that PostgreSQL runs and has room.");

// Settles every promise of the batch itself and never throws: a failed commit is told to each sender's network. What
// no database can hold costs nobody else anything: then each is tried alone.
async function storeBatch(db: Db, batch: readonly Waiting[]): Promise<void> {
  // In the order of arrival, each message once: a conversation is handled in the order of what is written here.
  const unique = new Map<string, Waiting>();
  for (const one of batch) if (!unique.has(keyOf(one.row))) unique.set(keyOf(one.row), one);
  const rows = [...unique.values()].map((one) => one.row);
  try {
    const fresh = await db.transaction((tx) => insertMessages(tx, rows));
    for (const one of batch) {
      const key = keyOf(one.row);
      one.resolve({ duplicate: !(unique.get(key) === one && fresh.has(key)) });
    }
  } catch (error) {
    if (batch.length === 1 || isTransient(error)) for (const one of batch) one.reject(error);
    else for (const one of batch) await storeBatch(db, [one]);
  }
}

const keyOf = (row: InboxRow): string => messageKey(row.channel, row.bot, row.externalId);

function toRow(vault: Vault, message: InboundMessage): InboxRow {
  const { channel, bot, externalId, conversation, sender, sentAt, body } = message;
  return { channel, bot, externalId, conversation, sender, sentAt, body: vault.seal(JSON.stringify(body)) };
}
