import { bigint, boolean, index, snakeCase, text, unique } from "drizzle-orm/pg-core";
import { instant, rowId, rowRef, sealed } from "./columns.ts";
import { people } from "./people.ts";

/** Invitations to bind a chat account: hashes of two codes, either of which works once. */
export const invites = snakeCase.table(
  "invites",
  {
    id: rowId(),
    personId: rowRef()
      .references(() => people.id)
      .notNull(),
    /** Finds the row of a code that is typed: 24 bits of a keyed hash. Null where an earlier program made it. */
    typedSelector: text(),
    /** Argon2id with a salt of its own over a keyed hash; of an earlier program, the keyed hash. */
    typedHash: text().notNull(),
    /** A keyed hash: such a code has 128 bits. */
    linkHash: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [
    unique("invites_typed").on(t.typedHash),
    unique("invites_link").on(t.linkHash),
    index("invites_selector").on(t.typedSelector),
    index("invites_person").on(t.personId),
    index("invites_expires").on(t.expiresAt),
  ],
);

/** Sessions of the web chat. A cookie opens its conversation for as long as its row neither ended nor expired. */
export const sessions = snakeCase.table(
  "sessions",
  {
    /** SHA-256 of the cookie's value, which is random and long: the table opens nothing. */
    tokenHash: text().primaryKey(),
    conversation: text().notNull(),
    createdAt: instant().notNull(),
    /** When it was used last, give or take an hour. */
    usedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
    /** When a second factor was shown in it last; null where none ever was. */
    factorAt: instant(),
  },
  (t) => [
    index("sessions_conversation").on(t.conversation),
    index("sessions_used").on(t.usedAt),
    index("sessions_ended").on(t.endedAt),
  ],
);

/** Authenticators that show a number besides a code at the web chat's entrance; one for each person. */
export const secondFactors = snakeCase.table(
  "second_factors",
  {
    personId: rowRef()
      .references(() => people.id)
      .primaryKey(),
    secret: sealed().notNull(),
    madeAt: instant().notNull(),
    /** When its owner asked for it himself; null for one that the policy wants of him. */
    wantedAt: instant(),
    /** When its first number was taken; until then it counts for nothing. */
    confirmedAt: instant(),
    /** The step of time whose number was taken last: none is taken twice. */
    lastStep: bigint({ mode: "number" }),
  },
  (t) => [index("second_factors_made").on(t.madeAt)],
);

/** Tries at a code, so that guessing is noticed and slowed down whoever does it. */
export const codeAttempts = snakeCase.table(
  "code_attempts",
  {
    id: rowId(),
    sender: text().notNull(),
    /** Where the network says it came from, as a keyed hash of the address block; null where it does not say. */
    origin: text(),
    hit: boolean().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    index("code_attempts_at").on(t.at),
    index("code_attempts_sender").on(t.sender, t.at),
    index("code_attempts_origin").on(t.origin, t.at),
  ],
);
