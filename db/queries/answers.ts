import { sql } from "drizzle-orm";

/**
 * SQL: what the attendance `t` answers to the notice of the activity `a`: its own answer, or else the one to the session
 * that the sitting belongs to, as long as the sitting is when and where it was then.
 */
export const answerOf = sql`coalesce(t.answer, (select y.answer from attendances y
  where y.activity_id = a.session_id and y.mandate_id = t.mandate_id
    and (a.moved_at is null or y.answered_at >= a.moved_at)))`;
