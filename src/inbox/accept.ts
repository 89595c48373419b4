import { type Db, isTransient } from "#db/client.ts";
import { type InboxRow, insertMessages, isStored, messageKey } from "#db/queries/inbox.ts";
import { throwUnreachable } from "#db/unreachable.ts";
import type { Vault } from "#db/vault.ts";
import { type Allowance, BOUNDLESS } from "#src/kernel/allowance.ts";
import { Fault } from "#src/kernel/fault.ts";
import { gather } from "#src/kernel/gather.ts";
import type { Accept } from "#src/message/channel.ts";
import type { InboundMessage } from "#src/message/inbound.ts";

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
    if (taken === "first-over") return tellTooMany(db, store, allowance, message);
    return { duplicate: false, tooMany: true };
  };
}

// A message that was stored before is no more than it was: nothing is said of it, and the next may be the first.
async function tellTooMany(db: Db, store: Store, allowance: Allowance, message: InboundMessage) {
  let isTold = false;
  try {
    if (await db.transaction((tx) => isStored(tx, message)).catch(throwUnreachable))
      return { duplicate: true };
    await store(toTooMany(message));
    isTold = true;
    return { duplicate: false, tooMany: true } as const;
  } finally {
    if (!isTold) allowance.untell(message.sender);
  }
}

type Stored = { readonly duplicate: boolean };
type Store = (message: InboundMessage) => Promise<Stored>;

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
 * Rejects with `database.unreachable` when the database is away, or the message could not be stored in time.
 */
function createStore(db: Db, vault: Vault, wake: () => void): Store {
  let waiting = 0;
  const commit = gather<InboxRow, Stored>(
    (rows) => storeRows(db, rows).catch(throwUnreachable).finally(wake),
    LARGEST_BATCH,
  );
  return async (message) => {
    if (waiting >= MOST_WAITING) throw tooSlow();
    const row = toRow(vault, message);
    waiting += 1;
    const stored = commit(row).finally(() => (waiting -= 1));
    return withinPatience(stored);
  };
}

function withinPatience<T>(stored: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(tooSlow()), PATIENCE_MS);
    stored.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const tooSlow = (): Fault =>
  new Fault("database.unreachable", "The database does not answer: check that PostgreSQL runs and has room.");

// In the order of arrival, each message once: a conversation is handled in the order of what is written here.
async function storeRows(db: Db, rows: readonly InboxRow[]): Promise<(row: InboxRow) => Stored> {
  const first = new Map(rows.toReversed().map((row) => [keyOf(row), row]));
  const unique = rows.filter((row) => first.get(keyOf(row)) === row);
  try {
    const fresh = await db.transaction((tx) => insertMessages(tx, unique));
    return (row) => ({ duplicate: !(first.get(keyOf(row)) === row && fresh.has(keyOf(row))) });
  } catch (error) {
    if (rows.length === 1 || isTransient(error)) throw error;
    return storeEachAlone(db, rows);
  }
}

// What no database can hold costs nobody else anything: its own network hears of it, and nobody else's.
async function storeEachAlone(db: Db, rows: readonly InboxRow[]): Promise<(row: InboxRow) => Stored> {
  const answers = new Map<InboxRow, () => Stored>();
  for (const row of rows) {
    const answer = await storeRows(db, [row]).catch((error: unknown) => () => {
      throw error;
    });
    answers.set(row, () => answer(row));
  }
  return (row) => {
    const answer = answers.get(row);
    if (answer === undefined) throw new TypeError("an answer to a message that was not in the batch");
    return answer();
  };
}

const keyOf = (row: InboxRow): string => messageKey(row.channel, row.bot, row.externalId);

function toRow(vault: Vault, message: InboundMessage): InboxRow {
  const { channel, bot, externalId, networkId = null, conversation, sender, sentAt, body } = message;
  return {
    channel,
    bot,
    externalId,
    networkId,
    conversation,
    sender,
    sentAt,
    body: vault.seal(JSON.stringify(body)),
  };
}
