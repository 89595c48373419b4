import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, primaryKey, snakeCase, text, unique } from "drizzle-orm/pg-core";
import type { CountUnit, Counts } from "#src/domain/count-unit.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import { day, instant, rowId, rowRef } from "./columns.ts";
import { mandates, people } from "./people.ts";

export const dutyRecords = snakeCase.table(
  "duty_records",
  {
    id: rowId(),
    number: text().notNull(),
    personId: rowRef()
      .references(() => people.id)
      .notNull(),
    mandateId: rowRef()
      .references(() => mandates.id)
      .notNull(),
    kind: text().$type<DutyKind>().notNull(),
    startsOn: day().notNull(),
    endsOn: day().notNull(),
    atTime: text(),
    place: text(),
    counts: jsonb().$type<Counts>().notNull(),
    approx: jsonb().$type<readonly CountUnit[]>().notNull(),
    narrative: text().notNull(),
    source: text().$type<"chat" | "staff" | "activity" | "suggestion" | "import">().notNull(),
    state: text()
      .$type<"draft" | "confirmed" | "verified" | "returned" | "withdrawn">()
      .notNull()
      .default("confirmed"),
    /** Who entered it, where that was not the deputy. */
    enteredBy: rowRef(),
    /** Until the deputy says 对 a report by staff waits; after seven days it counts, marked 未确认. */
    acknowledgedAt: instant(),
    activityId: rowRef(),
    /** The suggestion or motion that it was made of. */
    suggestionId: rowRef(),
    /** The colleague's record that this one is a confirmed share of. */
    sharedFrom: rowRef(),
    /** Colleagues' records of the same occasion: their owners named the deputy, who had this one already and said yes. */
    togetherWith: bigint({ mode: "number" }).array(),
    /** The occasion where the place does not tell it: what its deputy called another time, or a colleague's occasion. */
    toldAs: text(),
    /** Equal for records of one occasion on one day and of one kind: what several reported is counted once. */
    occasion: text()
      .notNull()
      .generatedAlwaysAs(
        sql`coalesce('活' || activity_id::text, told_as, nullif(translate(place, ' ' || chr(12288), ''), ''),
          '履' || coalesce(shared_from, id)::text)`,
      ),
    inboxId: rowRef(),
    ordinal: integer().notNull().default(0),
    filedAt: instant().notNull(),
    verifiedBy: rowRef(),
    verifiedAt: instant(),
  },
  (t) => [
    unique("duty_records_number").on(t.number),
    unique("duty_records_message").on(t.inboxId, t.ordinal),
    unique("duty_records_suggestion").on(t.suggestionId, t.personId),
    unique("duty_records_activity").on(t.activityId, t.mandateId),
    index("duty_records_mandate").on(t.mandateId, t.startsOn),
    index("duty_records_person").on(t.personId, t.filedAt),
    index("duty_records_alike").on(t.personId, t.startsOn, t.kind),
    index("duty_records_kind_day").on(t.kind, t.startsOn),
    // Records of a village are found in the index: only their place tells.
    index("duty_records_day_place").on(t.startsOn, t.place, t.id),
    unique("duty_records_share").on(t.sharedFrom, t.personId),
    index("duty_records_together")
      .on(t.id)
      .where(sql`together_with is not null`),
    // Whatever is asked of records still to be verified stands in the index.
    index("duty_records_open")
      .on(t.filedAt, t.id, t.mandateId, t.personId, t.enteredBy, t.acknowledgedAt)
      .where(sql`state = 'confirmed'`),
    index("duty_records_unacknowledged")
      .on(t.personId)
      .where(sql`entered_by is not null and acknowledged_at is null`),
  ],
);

/** Deputies whom the reporter named; a share counts once its owner has confirmed it. */
export const recordCompanions = snakeCase.table(
  "record_companions",
  {
    recordId: rowRef()
      .references(() => dutyRecords.id)
      .notNull(),
    personId: rowRef()
      .references(() => people.id)
      .notNull(),
    state: text().$type<"named" | "confirmed" | "declined">().notNull().default("named"),
    decidedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.recordId, t.personId] }),
    index("record_companions_person").on(t.personId),
  ],
);

/** Every change after filing, with who made it: what the record said before can always be read again. */
export const recordChanges = snakeCase.table(
  "record_changes",
  {
    id: rowId(),
    recordId: rowRef()
      .references(() => dutyRecords.id)
      .notNull(),
    byPerson: rowRef()
      .references(() => people.id)
      .notNull(),
    field: text().notNull(),
    before: text(),
    after: text(),
    at: instant().notNull(),
  },
  (t) => [index("record_changes_record").on(t.recordId)],
);

/** The next number of each series and year, as people say it to each other (履-2026-00123). */
export const numberSeries = snakeCase.table(
  "number_series",
  { series: text().notNull(), year: integer().notNull(), last: integer().notNull() },
  (t) => [primaryKey({ columns: [t.series, t.year] })],
);
