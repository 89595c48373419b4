import type { Tx } from "../client.ts";
import { oneRow } from "../one-row.ts";
import { activities, attendances, notices } from "../schema/activities.ts";
import type { Member, NewActivity } from "./activities.ts";

/**
 * Publishes an activity to its members, each with a notice that the message of this key will prove; null where nobody is
 * called by a message. Returns its id.
 */
export async function insertActivity(
  tx: Tx,
  row: NewActivity,
  members: readonly Member[],
  outboxKey: ((personId: number) => string) | null,
): Promise<number> {
  const { id: activityId } = oneRow(await tx.insert(activities).values(row).returning({ id: activities.id }));
  await tx
    .insert(attendances)
    .values(members.map(({ mandateId, personId }) => ({ activityId, mandateId, personId })));
  if (outboxKey === null) return activityId;
  await tx.insert(notices).values(
    members.map(({ mandateId, personId }) => ({
      activityId,
      mandateId,
      way: "chat" as const,
      outboxKey: outboxKey(personId),
    })),
  );
  return activityId;
}
