import { type SQL, sql } from "drizzle-orm";

/**
 * SQL: when the message `o` arrived; null while it did not. What lies in a mailbox has arrived when somebody came for
 * it, whoever was told there or not.
 */
export const arrivedAt: SQL = sql`(case when o.status = 'sent' then
  case when o.held then o.fetched_at else o.sent_at end end)`;
