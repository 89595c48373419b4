import { sql } from "drizzle-orm";
import { bytea, index, jsonb, snakeCase, text, unique } from "drizzle-orm/pg-core";
import { day, instant, rowId, rowRef, sealed } from "./columns.ts";
import { dutyRecords } from "./duty.ts";
import { mandates, people } from "./people.ts";

/** One run of one schedule. The unique pair makes it happen once, however many replicas there are. */
export const occurrences = snakeCase.table(
  "occurrences",
  {
    id: rowId(),
    schedule: text().notNull(),
    dueAt: instant().notNull(),
    state: text().$type<"done" | "expired" | "merged">().notNull(),
    /** What it found and did: due = sent + expired + merged + suppressed + failed + waiting. */
    tally: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
    ranAt: instant().notNull(),
  },
  (t) => [
    unique("occurrences_once").on(t.schedule, t.dueAt),
    index("occurrences_ran").using("brin", t.ranAt),
  ],
);

/** One thing to remind one person of on one day: due once, and always accounted for. */
export const reminders = snakeCase.table(
  "reminders",
  {
    id: rowId(),
    schedule: text().notNull(),
    /** What it is about and which step of it (`activity:17:T-3`), unique per person. */
    subject: text().notNull(),
    personId: rowRef()
      .references(() => people.id)
      .notNull(),
    dueAt: instant().notNull(),
    /** No use any more after this instant. */
    validUntil: instant().notNull(),
    state: text()
      .$type<"waiting" | "queued" | "expired" | "merged" | "suppressed">()
      .notNull()
      .default("waiting"),
    reason: text(),
    outboxKey: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    unique("reminders_once").on(t.schedule, t.subject, t.personId),
    index("reminders_due")
      .on(t.schedule, t.dueAt)
      .where(sql`state = 'waiting'`),
    index("reminders_outbox").on(t.outboxKey),
    index("reminders_created").using("brin", t.createdAt),
  ],
);

export const obligations = snakeCase.table(
  "obligations",
  {
    id: rowId(),
    rule: text().notNull(),
    mandateId: rowRef()
      .references(() => mandates.id)
      .notNull(),
    personId: rowRef()
      .references(() => people.id)
      .notNull(),
    period: text().notNull(),
    title: text().notNull(),
    dueOn: day().notNull(),
    state: text().$type<"open" | "submitted" | "accepted" | "returned">().notNull().default("open"),
    submittedAt: instant(),
    recordId: rowRef().references(() => dutyRecords.id),
  },
  (t) => [
    unique("obligations_once").on(t.rule, t.mandateId, t.period),
    index("obligations_due")
      .on(t.dueOn)
      .where(sql`state in ('open', 'returned')`),
    index("obligations_person").on(t.personId),
  ],
);

/** What a deputy handed in for an obligation, and what became of it. */
export const submissions = snakeCase.table(
  "submissions",
  {
    id: rowId(),
    obligationId: rowRef()
      .references(() => obligations.id)
      .notNull(),
    personId: rowRef()
      .references(() => people.id)
      .notNull(),
    text: sealed(),
    submittedAt: instant().notNull(),
    /** Null while it waits; `replaced` by a later one. */
    decision: text().$type<"accepted" | "returned" | "replaced">(),
    decidedBy: rowRef(),
    decidedAt: instant(),
    note: text(),
  },
  (t) => [
    index("submissions_obligation").on(t.obligationId),
    index("submissions_person").on(t.personId),
    index("submissions_kept")
      .on(t.decidedAt)
      .where(sql`text is not null`),
  ],
);

/** Days that the office declares holiday or workday, over the official calendar. */
export const holidayOverrides = snakeCase.table("holiday_overrides", {
  day: day().primaryKey(),
  kind: text().$type<"holiday" | "workday">().notNull(),
});

/** Who did what to what: ids only, only ever added to, sealed into a hash chain by a job. */
export const audit = snakeCase.table(
  "audit",
  {
    id: rowId(),
    at: instant().notNull(),
    actorId: rowRef(),
    action: text().notNull(),
    subject: text().notNull(),
    subjectId: rowRef(),
    /** Its place in the chain: sealing follows commits, and ids do not. */
    place: rowRef(),
    seal: bytea(),
  },
  (t) => [
    index("audit_unsealed")
      .on(t.id)
      .where(sql`seal is null`),
    unique("audit_place").on(t.place),
    index("audit_actor").on(t.actorId),
  ],
);

/** Facts about this database itself: whether it is a demo, which program version wrote it. */
export const settings = snakeCase.table("settings", {
  name: text().primaryKey(),
  value: text().notNull(),
});
