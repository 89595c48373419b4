import { sql } from "drizzle-orm";
import { boolean, index, integer, primaryKey, snakeCase, text, unique } from "drizzle-orm/pg-core";
import type { AttendanceStatus, AttendedKind, LeaveState } from "#src/domain/activity.ts";
import type { Foretold } from "#src/domain/requests/foretold.ts";
import type { LeaveReason } from "#src/domain/leave-reason.ts";
import { day, instant, rowId, rowRef, sealed } from "./columns.ts";
import { dutyRecords } from "./duty.ts";
import { orgs } from "./orgs.ts";
import { mandates, people } from "./people.ts";

export const activities = snakeCase.table(
  "activities",
  {
    id: rowId(),
    number: text().notNull(),
    orgId: rowRef()
      .references(() => orgs.id)
      .notNull(),
    kind: text().$type<AttendedKind>().notNull(),
    /** The congress session that a sitting belongs to. */
    sessionId: rowRef(),
    /** The row of a yearly plan that it comes from, as year and number of the row. */
    planKey: text(),
    /** It stands in a yearly plan and nobody is called to it yet: its notices go out when its day is near. */
    heldBack: boolean().notNull().default(false),
    /** When those of a yearly plan were called. */
    announcedAt: instant(),
    title: text().notNull(),
    startsAt: instant().notNull(),
    /** The district's day of the start, kept so that rules never convert zones. */
    onDay: day().notNull(),
    place: text(),
    content: text(),
    state: text().$type<"planned" | "cancelled" | "final">().notNull().default("planned"),
    /** How long it lasted, in minutes, where a list says how long people were there. */
    minutes: integer(),
    /** Raised by every change that those concerned are told of. */
    revision: integer().notNull().default(1),
    /** When day, time or place changed last: what was said and answered before then proves no notice of it. */
    movedAt: instant(),
    convenerId: rowRef().references(() => people.id),
    createdBy: rowRef(),
    createdAt: instant().notNull(),
    finalAt: instant(),
    /** Who made it final or called it off. */
    closedBy: rowRef(),
  },
  (t) => [
    unique("activities_number").on(t.number),
    index("activities_org").on(t.orgId, t.onDay),
    index("activities_day").on(t.onDay),
    index("activities_final").on(t.finalAt),
    index("activities_session").on(t.sessionId),
    unique("activities_plan").on(t.orgId, t.planKey),
    index("activities_held_back")
      .on(t.onDay)
      .where(sql`held_back`),
    index("activities_announced")
      .on(t.announcedAt)
      .where(sql`announced_at is not null`),
  ],
);

/** Who is concerned by an activity, and what became of them. */
export const attendances = snakeCase.table(
  "attendances",
  {
    activityId: rowRef()
      .references(() => activities.id)
      .notNull(),
    mandateId: rowRef()
      .references(() => mandates.id)
      .notNull(),
    personId: rowRef()
      .references(() => people.id)
      .notNull(),
    /** The deputy's own answer to the notice. */
    answer: text().$type<"coming" | "leave">(),
    answeredAt: instant(),
    /** When the deputy began to ask for leave and was asked why; whoever has answered since has none begun. */
    leaveBegunAt: instant(),
    /** What the deputy said ahead: that he or she comes late, or leaves before the end, and by how many minutes. */
    foretold: text().$type<Foretold["how"]>(),
    foretoldMinutes: integer(),
    /** When the deputy was called after the others, or again: what was said before then proves no notice. */
    calledAt: instant(),
    status: text().$type<AttendanceStatus>().notNull().default("expected"),
    /** How many minutes the deputy was there, where that is on record. */
    minutes: integer(),
    /** The deputy's own check-in: a proposal, which staff take over or not. */
    checkedInAt: instant(),
    /** Wrong codes tried here. */
    checkInMisses: integer().notNull().default(0),
    markedBy: rowRef(),
    markedAt: instant(),
    /** Attendance was corrected after it had been final. */
    corrected: boolean().notNull().default(false),
    recordId: rowRef().references(() => dutyRecords.id),
  },
  (t) => [
    primaryKey({ columns: [t.activityId, t.mandateId] }),
    index("attendances_mandate").on(t.mandateId, t.activityId),
    index("attendances_person").on(t.personId),
    // The few of an activity of whom more than their status is to be read.
    index("attendances_notable")
      .on(t.activityId, t.mandateId)
      .where(sql`status = 'absent' or minutes is not null or called_at is not null`),
    // All that a district's figure of attendance reads of the others.
    index("attendances_counted").on(t.activityId, t.mandateId, t.status, t.minutes, t.answeredAt, t.calledAt),
  ],
);

/**
 * Calls that lapsed because the deputy was not in office that day, as they were. Whoever is called again finds the
 * answer as it was given; each row is one time that a call lapsed.
 */
export const lapsedCalls = snakeCase.table(
  "lapsed_calls",
  {
    id: rowId(),
    activityId: rowRef()
      .references(() => activities.id)
      .notNull(),
    personId: rowRef()
      .references(() => people.id)
      .notNull(),
    answer: text().$type<"coming" | "leave">(),
    answeredAt: instant(),
    calledAt: instant(),
  },
  (t) => [
    index("lapsed_calls_call").on(t.activityId, t.personId),
    index("lapsed_calls_person").on(t.personId),
  ],
);

/** Proof that a deputy was told of an activity: by chat (delivered), or by phone or paper (entered by staff). */
export const notices = snakeCase.table(
  "notices",
  {
    id: rowId(),
    activityId: rowRef()
      .references(() => activities.id)
      .notNull(),
    mandateId: rowRef()
      .references(() => mandates.id)
      .notNull(),
    way: text().$type<"chat" | "phone" | "paper">().notNull(),
    outboxKey: text(),
    deliveredAt: instant(),
    enteredBy: rowRef(),
  },
  (t) => [
    unique("notices_outbox").on(t.outboxKey),
    index("notices_activity").on(t.activityId, t.mandateId, t.deliveredAt, t.outboxKey),
  ],
);

export const leaves = snakeCase.table(
  "leaves",
  {
    id: rowId(),
    activityId: rowRef()
      .references(() => activities.id)
      .notNull(),
    mandateId: rowRef()
      .references(() => mandates.id)
      .notNull(),
    personId: rowRef()
      .references(() => people.id)
      .notNull(),
    reason: text().$type<LeaveReason>().notNull(),
    note: sealed(),
    state: text().$type<LeaveState>().notNull().default("pending"),
    /** Asked for after the activity had begun. */
    late: boolean().notNull().default(false),
    requestedAt: instant().notNull(),
    /** How often it was wished for, or granted without a wish: each time it is news again. */
    wishes: integer().notNull().default(1),
    decidedBy: rowRef(),
    decidedAt: instant(),
    decisionNote: text(),
    /** How often it was decided on: leave that was refused may be asked for again. */
    decisions: integer().notNull().default(0),
  },
  (t) => [
    unique("leaves_once").on(t.activityId, t.mandateId),
    index("leaves_person").on(t.personId),
    index("leaves_pending").on(t.state),
    // What says why, in words or by its kind, until it is erased.
    index("leaves_noted")
      .on(t.requestedAt)
      .where(sql`note is not null or reason <> 'other'`),
  ],
);
