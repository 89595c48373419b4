import { index, primaryKey, snakeCase, text, unique } from "drizzle-orm/pg-core";
import type { MandateChange } from "#src/domain/mandate-change.ts";
import type { MandateStatus, StaffRole } from "#src/domain/person.ts";
import { day, instant, rowId, rowRef, sealed } from "./columns.ts";
import { orgs } from "./orgs.ts";

export const people = snakeCase.table(
  "people",
  {
    id: rowId(),
    name: text().notNull(),
    /** `resident` for somebody known only because an opinion was left. */
    kind: text().$type<"member" | "resident">().notNull().default("member"),
    /**
     * The office's own number of a person, where two share a name. Each district numbers its own: the same may be
     * somebody else's in another.
     */
    code: text(),
    /** Digits only. Kept to tell people of one name apart when a roster or old records come in; shown to its owner only. */
    phone: sealed(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index("people_name").on(t.name), index("people_numbered").on(t.code)],
);

export const mandates = snakeCase.table(
  "mandates",
  {
    id: rowId(),
    personId: rowRef()
      .references(() => people.id)
      .notNull(),
    level: text().$type<"district" | "township">().notNull(),
    term: text().notNull(),
    constituency: text(),
    groupId: rowRef().references(() => orgs.id),
    townshipId: rowRef().references(() => orgs.id),
    stationId: rowRef().references(() => orgs.id),
    validFrom: day().notNull(),
    /** Last day, included; null while it runs. */
    validTo: day(),
    status: text().$type<MandateStatus>().notNull().default("active"),
  },
  (t) => [
    // A transfer within a term ends one row and begins another: what was done before stays where it was done.
    unique("mandates_once").on(t.personId, t.level, t.term, t.validFrom),
    index("mandates_group").on(t.groupId),
    index("mandates_township").on(t.townshipId),
    index("mandates_station").on(t.stationId),
  ],
);

/** Stretches in which a mandate is suspended, both ends included (Deputies Law art. 61). */
export const suspensions = snakeCase.table(
  "suspensions",
  {
    id: rowId(),
    mandateId: rowRef()
      .references(() => mandates.id)
      .notNull(),
    fromDay: day().notNull(),
    toDay: day(),
  },
  (t) => [unique("suspensions_once").on(t.mandateId, t.fromDay)],
);

/** Every change of a mandate after it was first filed, with who made it and what it said before. */
export const mandateChanges = snakeCase.table(
  "mandate_changes",
  {
    id: rowId(),
    mandateId: rowRef()
      .references(() => mandates.id)
      .notNull(),
    change: text().$type<MandateChange>().notNull(),
    onDay: day().notNull(),
    /** Null where the operator changed it from a file. */
    byPerson: rowRef().references(() => people.id),
    before: text(),
    after: text(),
    reason: sealed(),
    at: instant().notNull(),
    /** The first mandate of the same change: a transfer or a new term concerns several. */
    leadId: rowRef(),
    /** When it was found to be registered by mistake, and who took it back; null where it stands. */
    undoneAt: instant(),
    undoneBy: rowRef().references(() => people.id),
  },
  (t) => [index("mandate_changes_mandate").on(t.mandateId)],
);

export const staffRoles = snakeCase.table(
  "staff_roles",
  {
    personId: rowRef()
      .references(() => people.id)
      .notNull(),
    orgId: rowRef()
      .references(() => orgs.id)
      .notNull(),
    role: text().$type<StaffRole>().notNull(),
    validFrom: day().notNull(),
    validTo: day(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.orgId, t.role] }), index("staff_roles_org").on(t.orgId)],
);

/** Staff who agreed to be told of danger at any hour; whoever has no row here is not. */
export const onCall = snakeCase.table("on_call", {
  personId: rowRef()
    .references(() => people.id)
    .primaryKey(),
  since: instant().notNull(),
});

/** Which sender of which channel is which person. */
export const accounts = snakeCase.table(
  "accounts",
  {
    id: rowId(),
    channel: text().notNull(),
    bot: text().notNull(),
    sender: text().notNull(),
    conversation: text().notNull(),
    personId: rowRef()
      .references(() => people.id)
      .notNull(),
    /** Version of the privacy notice that was shown and acknowledged; null before. */
    noticeVersion: text(),
    boundAt: instant().notNull().defaultNow(),
    lastUsedAt: instant(),
    /** When the network last said that it takes nothing for this account any more; null again once it is heard from. */
    blockedAt: instant(),
    /** When it said that this is nobody's address any more; whoever only refuses us is blocked and not gone. */
    goneAt: instant(),
    /** When the last question about a gap in hearing is due here, and since when what it asks about went unheard. */
    gapAskedAt: instant(),
    gapFrom: instant(),
  },
  (t) => [
    unique("accounts_sender").on(t.channel, t.bot, t.sender),
    index("accounts_address").on(t.sender),
    index("accounts_conversation").on(t.conversation),
    index("accounts_person").on(t.personId),
  ],
);
