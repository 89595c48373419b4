import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  pgSequence,
  primaryKey,
  snakeCase,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { instant, rowId, rowRef, sealed } from "./columns.ts";

/** Fencing tokens: each claim gets a higher one than any before. */
export const leaseTokens = pgSequence("lease_tokens");

/** Messages as the networks told them: stored first, then acknowledged, then thought about. */
export const inbox = snakeCase.table(
  "inbox",
  {
    id: rowId(),
    channel: text().notNull(),
    bot: text().notNull(),
    externalId: text().notNull(),
    networkId: text(),
    conversation: text().notNull(),
    sender: text().notNull(),
    /** Null once retention has erased the words; the id stays so that a late redelivery is still known. */
    body: sealed(),
    sentAt: instant().notNull(),
    receivedAt: instant().notNull().defaultNow(),
    status: text().$type<"waiting" | "done" | "dead">().notNull().default("waiting"),
    /** Times it was claimed; more than the failures when a process died over it. */
    claims: integer().notNull().default(0),
    failures: integer().notNull().default(0),
    dueAt: instant().notNull().defaultNow(),
    leaseToken: bigint({ mode: "number" }),
    leaseHolder: text(),
    leaseUntil: instant(),
    lastError: text(),
    doneAt: instant(),
  },
  (t) => [
    unique("inbox_external").on(t.channel, t.bot, t.externalId),
    index("inbox_waiting")
      .on(t.conversation, t.id)
      .where(sql`status = 'waiting'`),
    index("inbox_due")
      .on(t.id)
      .where(sql`status = 'waiting'`),
    index("inbox_dead")
      .on(t.id)
      .where(sql`status = 'dead'`),
    index("inbox_received").on(t.receivedAt),
    index("inbox_network")
      .on(t.conversation, t.networkId)
      .where(sql`network_id is not null`),
  ],
);

/** Messages that a second reader is asked about; gone as soon as the message has taken effect. */
export const secondReadings = snakeCase.table(
  "second_readings",
  {
    inboxId: rowRef()
      .primaryKey()
      .references(() => inbox.id, { onDelete: "cascade" }),
    status: text().$type<"asked" | "answered" | "silent">().notNull().default("asked"),
    /** What the message is held to be. */
    proposal: sealed(),
    leaseUntil: instant(),
  },
  (t) => [
    index("second_readings_asked")
      .on(t.inboxId)
      .where(sql`status = 'asked'`),
  ],
);

/** Messages to people: written in the transaction of what they tell about, sent afterwards. */
export const outbox = snakeCase.table(
  "outbox",
  {
    id: rowId(),
    channel: text().notNull(),
    bot: text().notNull(),
    conversation: text().notNull(),
    /** What makes this message one: the same key is never written twice. */
    key: text().notNull(),
    kind: text().notNull(),
    body: sealed(),
    /** It takes calls that carry files, and those take long. */
    hasFiles: boolean().notNull().default(false),
    status: text()
      .$type<"new" | "sending" | "sent" | "failed" | "expired" | "suppressed">()
      .notNull()
      .default("new"),
    dueAt: instant().notNull(),
    /** After this instant it would be no use any more and is recorded as expired instead of sent. */
    expiresAt: instant(),
    attempts: integer().notNull().default(0),
    /** Calls that succeeded, of a message that takes several. */
    partsSent: integer().notNull().default(0),
    /** Calls for the next part that gave no answer: the person may have it already, so many times. */
    unsure: integer().notNull().default(0),
    leaseToken: bigint({ mode: "number" }),
    leaseHolder: text(),
    leaseUntil: instant(),
    /** By when its network has had it, on the database's clock; only where the network has a pace. */
    hadBy: instant(),
    /** Nobody asked for it: it keeps away from the quiet hours, however late it gets. */
    unasked: boolean().notNull().default(false),
    /** At some time the process died or lost the answer between the call and the mark: something may have come twice. */
    possibleRepeat: boolean().notNull().default(false),
    reason: text(),
    externalId: text(),
    schedule: text(),
    createdAt: instant().notNull().defaultNow(),
    sentAt: instant(),
    /** It lies in a mailbox: it has arrived when somebody came for it. */
    held: boolean().notNull().default(false),
    fetchedAt: instant(),
  },
  (t) => [
    unique("outbox_key").on(t.key),
    index("outbox_waiting")
      .on(t.conversation, t.id)
      .where(sql`status in ('new', 'sending')`),
    index("outbox_due")
      .on(t.dueAt, t.id)
      .where(sql`status in ('new', 'sending')`),
    index("outbox_files")
      .on(t.dueAt, t.id)
      .where(sql`status in ('new', 'sending') and has_files`),
    index("outbox_pace")
      .on(t.hadBy)
      .where(sql`had_by is not null`),
    index("outbox_failed")
      .on(t.id)
      .where(sql`status = 'failed'`),
    index("outbox_repeats")
      .on(t.id)
      .where(sql`possible_repeat`),
    index("outbox_created").on(t.createdAt),
    index("outbox_unfetched")
      .on(t.conversation)
      .where(sql`held and fetched_at is null`),
  ],
);

/** The web chat's mailbox: what a browser reads, numbered from 1 in each conversation, only ever added to. */
export const webMessages = snakeCase.table(
  "web_messages",
  {
    conversation: text().notNull(),
    seq: integer().notNull(),
    key: text().notNull(),
    kind: text().notNull(),
    /** Null in the newest of a conversation whose words retention has erased: it keeps the count. */
    body: sealed(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.conversation, t.seq] }),
    unique("web_messages_key").on(t.key),
    index("web_messages_at").using("brin", t.at),
  ],
);

/** Where each conversation stands: one versioned state. */
export const dialogs = snakeCase.table("dialogs", {
  conversation: text().primaryKey(),
  state: sealed().notNull(),
  updatedAt: instant().notNull(),
});

/** What can be tapped: a random id that means one act, in one conversation, until its card is used up. */
export const choices = snakeCase.table(
  "choices",
  {
    id: text().primaryKey(),
    /** Rising in the order in which menus were written: the clock does not tell two of one moment apart. */
    seq: bigint({ mode: "number" }).generatedAlwaysAsIdentity(),
    conversation: text().notNull(),
    /** Choices of one card: using one uses up all. */
    card: text().notNull(),
    position: integer().notNull(),
    act: sealed().notNull(),
    reusable: boolean().notNull().default(false),
    usedAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index("choices_card").on(t.conversation, t.seq), index("choices_created").on(t.createdAt)],
);
