import { sql } from "drizzle-orm";
import { boolean, index, integer, primaryKey, snakeCase, text, unique } from "drizzle-orm/pg-core";
import type { OpinionCategory } from "#src/domain/opinion-category.ts";
import { instant, rowId, rowRef, sealed } from "./columns.ts";
import { dutyRecords } from "./duty.ts";
import { orgs } from "./orgs.ts";
import { mandates, people } from "./people.ts";

export const opinions = snakeCase.table(
  "opinions",
  {
    id: rowId(),
    number: text().notNull(),
    /** The deputy who brought it, or the resident who left it. */
    personId: rowRef().references(() => people.id),
    mandateId: rowRef().references(() => mandates.id),
    recordId: rowRef().references(() => dutyRecords.id),
    townshipId: rowRef().references(() => orgs.id),
    text: text().notNull(),
    category: text().$type<OpinionCategory>().notNull(),
    place: text(),
    urgent: boolean().notNull().default(false),
    state: text().$type<"registered" | "withdrawn">().notNull().default("registered"),
    inboxId: rowRef(),
    ordinal: integer().notNull().default(0),
    filedAt: instant().notNull(),
  },
  (t) => [
    unique("opinions_number").on(t.number),
    unique("opinions_message").on(t.inboxId, t.ordinal),
    index("opinions_person").on(t.personId, t.filedAt),
    index("opinions_township").on(t.townshipId, t.filedAt),
    index("opinions_record").on(t.recordId),
    // What is open is counted by township and listed by how long it waits.
    index("opinions_open")
      .on(t.townshipId)
      .where(sql`state = 'registered'`),
    index("opinions_waiting")
      .on(t.filedAt, t.id)
      .where(sql`state = 'registered'`),
  ],
);

/** How to reach the resident whom an opinion comes from: apart from it, sealed, read under audit only. */
export const opinionContacts = snakeCase.table(
  "opinion_contacts",
  {
    opinionId: rowRef()
      .primaryKey()
      .references(() => opinions.id),
    contact: sealed().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index("opinion_contacts_created").on(t.createdAt)],
);

export const suggestions = snakeCase.table(
  "suggestions",
  {
    id: rowId(),
    number: text().notNull(),
    personId: rowRef()
      .references(() => people.id)
      .notNull(),
    mandateId: rowRef()
      .references(() => mandates.id)
      .notNull(),
    title: text().notNull(),
    text: text().notNull(),
    motion: boolean().notNull().default(false),
    state: text().$type<"submitted" | "withdrawn">().notNull().default("submitted"),
    inboxId: rowRef(),
    filedAt: instant().notNull(),
  },
  (t) => [
    unique("suggestions_number").on(t.number),
    unique("suggestions_message").on(t.inboxId),
    index("suggestions_person").on(t.personId, t.filedAt),
    index("suggestions_waiting")
      .on(t.filedAt)
      .where(sql`state = 'submitted'`),
  ],
);

export const cosigners = snakeCase.table(
  "cosigners",
  {
    suggestionId: rowRef()
      .references(() => suggestions.id)
      .notNull(),
    personId: rowRef()
      .references(() => people.id)
      .notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.suggestionId, t.personId] }), index("cosigners_person").on(t.personId)],
);
