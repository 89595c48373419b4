import type { Tx } from "#db/client.ts";
import { type FoundActivity, listMembers } from "#db/queries/activities.ts";
import { moveCallsToDay } from "#db/queries/move-calls.ts";
import type { Day } from "#src/domain/day.ts";

/**
 * Lets the calls to an activity follow it to another day: whoever sits there by then under the next mandate, after a
 * transfer or in a new term that was registered before, is called under that one. What concerns a congress goes on by
 * itself (`called-in-office.ts`).
 */
export async function followSeats(
  tx: Tx,
  { id, orgId, kind, sessionId }: FoundActivity,
  day: Day,
): Promise<void> {
  if (kind !== "congress_session" && sessionId === null)
    await moveCallsToDay(tx, id, await listMembers(tx, orgId, day, kind), day);
}
