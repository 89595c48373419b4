import { sql } from "drizzle-orm";
import { index, snakeCase, text, unique } from "drizzle-orm/pg-core";
import { instant, rowId, rowRef, sealed } from "./columns.ts";
import { people } from "./people.ts";

/**
 * Who was shown which version of the privacy notice and went on, and who withdrew: a line each time, none ever changed
 * (Personal Information Protection Law art. 14, 15 and 17).
 */
export const consents = snakeCase.table(
  "consents",
  {
    id: rowId(),
    personId: rowRef()
      .references(() => people.id)
      .notNull(),
    what: text().$type<"given" | "withdrawn">().notNull(),
    /** The version of the notice that held then. */
    version: text().notNull(),
    channel: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index("consents_person").on(t.personId, t.id)],
);

/** What people want put right about themselves, and what they were answered (art. 46). */
export const corrections = snakeCase.table(
  "corrections",
  {
    id: rowId(),
    personId: rowRef()
      .references(() => people.id)
      .notNull(),
    /** In the person's own words. */
    wish: sealed().notNull(),
    inboxId: rowRef(),
    askedAt: instant().notNull(),
    answer: sealed(),
    answeredBy: rowRef().references(() => people.id),
    answeredAt: instant(),
  },
  (t) => [
    unique("corrections_message").on(t.inboxId),
    index("corrections_person").on(t.personId),
    index("corrections_answered").on(t.answeredAt),
    index("corrections_open")
      .on(t.id)
      .where(sql`answered_at is null`),
  ],
);
