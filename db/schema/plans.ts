import { sql } from "drizzle-orm";
import { index, snakeCase, text, unique } from "drizzle-orm/pg-core";
import type { ActivityKind } from "#src/domain/activity.ts";
import { day, instant, rowId, rowRef } from "./columns.ts";
import { orgs } from "./orgs.ts";

/**
 * Rows of yearly plans whose day or hour is still to be fixed. They are no activities yet: nobody is called to them, and
 * no rule, figure or reminder of deputies sees them.
 */
export const undatedPlans = snakeCase.table(
  "undated_plans",
  {
    id: rowId(),
    /** The number that the activity will have. */
    number: text().notNull(),
    orgId: rowRef()
      .references(() => orgs.id)
      .notNull(),
    /** The row of the plan, as of `activities.plan_key`. */
    planKey: text().notNull(),
    kind: text().$type<ActivityKind>().notNull(),
    title: text().notNull(),
    /** The first and the last day that the plan's words leave open. */
    fromDay: day().notNull(),
    toDay: day().notNull(),
    /** The plan's own words for when it is. */
    said: text().notNull(),
    /** The hour, HH:MM, where only the day is open. */
    time: text(),
    place: text(),
    content: text(),
    createdBy: rowRef(),
    createdAt: instant().notNull(),
    /** When its day was fixed, so that it is an activity, or it was called off. */
    closedAt: instant(),
  },
  (t) => [
    unique("undated_plans_number").on(t.number),
    unique("undated_plans_row").on(t.orgId, t.planKey),
    index("undated_plans_open")
      .on(t.fromDay)
      .where(sql`closed_at is null`),
  ],
);
