import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, snakeCase, text, unique } from "drizzle-orm/pg-core";
import type { Citation } from "#src/domain/citation.ts";
import { activities } from "./activities.ts";
import { instant, rowId, rowRef, sealed } from "./columns.ts";
import { mandates, people } from "./people.ts";

/** Warnings and strikes that the rules found: told once, withdrawn when a correction takes their ground away. */
export const absenceNotices = snakeCase.table(
  "absence_notices",
  {
    id: rowId(),
    rule: text().notNull(),
    mandateId: rowRef()
      .references(() => mandates.id)
      .notNull(),
    personId: rowRef()
      .references(() => people.id)
      .notNull(),
    activityId: rowRef()
      .references(() => activities.id)
      .notNull(),
    level: integer().notNull(),
    /** It was raised as a case for the office; unknown of what an older program raised, where the level tells. */
    strike: boolean(),
    /** The rule as it was quoted then: source, article and version of the text. */
    cite: jsonb().$type<Citation>(),
    createdAt: instant().notNull(),
    /** How often it was raised: each time it is news again. */
    raised: integer().notNull().default(1),
    withdrawnAt: instant(),
    /** When the deputy was told, by a message or by staff: the time for an objection runs from then. */
    toldAt: instant(),
    toldWay: text().$type<"chat" | "phone" | "paper">(),
    toldBy: rowRef(),
    objectedAt: instant(),
    /** How often it was objected to: each time it is news again. */
    objections: integer().notNull().default(0),
    objection: sealed(),
    objectionDecidedAt: instant(),
    /** When the office had looked into a strike, who did, and what people decided. */
    handledAt: instant(),
    handledBy: rowRef(),
    handling: text(),
  },
  (t) => [
    unique("absence_notices_once").on(t.rule, t.mandateId, t.activityId, t.level),
    index("absence_notices_mandate").on(t.mandateId),
    index("absence_notices_told")
      .on(t.toldAt)
      .where(sql`withdrawn_at is null`),
    index("absence_notices_objected")
      .on(t.objectionDecidedAt)
      .where(sql`objected_at is not null`),
  ],
);
