import type { Tx } from "#db/client.ts";
import { findToldReminder, type ToldReminder } from "#db/queries/told-reminders.ts";
import type { DeadlineRequest } from "#src/domain/requests/deadline.ts";
import type { Grant } from "./gate.ts";

/** How long back the latest reminder is still what 1小时后 means. */
const REMEMBERED_MS = 48 * 3_600_000;

/**
 * The reminder that is answered: the one that was tapped, else the latest of what was named, with those told in the
 * hours before it. Somebody else's reads like none.
 */
export const findTold = (
  tx: Tx,
  { personId }: Grant,
  { reminder, topic }: DeadlineRequest,
  now: Date,
  withinHours: number,
): Promise<ToldReminder | undefined> =>
  findToldReminder(tx, personId, {
    topic,
    withinHours,
    since: new Date(now.getTime() - REMEMBERED_MS),
    ...(reminder === undefined ? {} : { id: reminder }),
  });
