import { bigint, boolean, index, integer, jsonb, primaryKey, snakeCase, text } from "drizzle-orm/pg-core";
import type { Counts } from "#src/domain/count-unit.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import { day, instant, rowRef } from "./columns.ts";

// Sums of duty records that can be made again at any time: no backup holds them, and nothing refers to them.

/** A month of a township (0: mandates of none) whose sums are kept. Where there is no row, the records are asked. */
export const figureCells = snakeCase.table(
  "figure_cells",
  {
    townshipId: rowRef().notNull(),
    /** Its first day. */
    month: day().notNull(),
    /** The sums hold for whoever counts what staff had filed at an instant from this one on… */
    waitedFrom: instant().notNull(),
    /** …and before this one, at which another record counts without the deputy's word. */
    waitedUntil: instant().notNull(),
    /** Its part of shared occasions is kept too; an earlier program that still runs beside this one keeps none. */
    withShared: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.townshipId, t.month] })],
);

/** What was done in such a month: in the township, in each group and at each station of it, by kind. */
export const figureMonths = snakeCase.table(
  "figure_months",
  {
    townshipId: rowRef().notNull(),
    month: day().notNull(),
    part: text().$type<"township" | "group" | "station">().notNull(),
    /** The township, group or station; 0 for mandates of none. */
    orgId: rowRef().notNull(),
    /** `*` for every kind together. */
    kind: text().$type<DutyKind | "*">().notNull(),
    records: integer().notNull(),
    activities: integer().notNull(),
    unconfirmed: integer().notNull(),
    counts: jsonb().$type<Counts>().notNull(),
    /** Who did it, each person once. */
    deputies: bigint({ mode: "number" }).array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.townshipId, t.month, t.part, t.orgId, t.kind] })],
);

/**
 * A township's part, or that of a group or station of it, of an occasion that other townships may share: of an activity
 * (its id, below nought) or of a record with shares (the first record's id). Once for each such key.
 */
export const figureShares = snakeCase.table(
  "figure_shares",
  {
    townshipId: rowRef().notNull(),
    month: day().notNull(),
    part: text().$type<"township" | "group" | "station">().notNull(),
    orgId: rowRef().notNull(),
    kind: text().$type<DutyKind>().notNull(),
    startsOn: day().notNull(),
    occasion: text().notNull(),
    key: rowRef().notNull(),
    /** Quantities of the whole part, each at its largest. */
    counts: jsonb().$type<Counts>().notNull(),
  },
  (t) => [index("figure_shares_month").on(t.month, t.townshipId, t.part, t.orgId)],
);

/**
 * What of a month's sums is counted more than once where those of every township are added up: worked out from all its
 * kept parts of shared occasions whenever one is made anew, and so right where the sums of every township hold. Only what
 * is repeated has a row.
 */
export const figureRepeats = snakeCase.table(
  "figure_repeats",
  {
    month: day().notNull(),
    /** Among all townships, or within the parts of one group or station that has mandates of several. */
    part: text().$type<"township" | "group" | "station">().notNull(),
    /** The group or station, 0 for mandates of none; 0 for all townships together. */
    orgId: rowRef().notNull(),
    kind: text().$type<DutyKind>().notNull(),
    /** How many occasions too many. */
    times: integer().notNull(),
    /** And which quantities. */
    counts: jsonb().$type<Counts>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.month, t.part, t.orgId, t.kind] })],
);

/**
 * Months whose sums no longer hold, written by triggers with every change of a record or a mandate, in its transaction;
 * only ever added to, so that no two changes wait for each other. The township is that of the mandate where one is
 * named. Without a month, every month of a township.
 */
export const staleMonths = snakeCase.table(
  "stale_months",
  { townshipId: rowRef(), mandateId: rowRef(), month: day() },
  (t) => [index("stale_months_month").on(t.month)],
);
