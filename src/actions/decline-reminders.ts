import type { Tx } from "#db/client.ts";
import { declineReminder, listToldTitles } from "#db/queries/told-reminders.ts";
import type { DeadlineOutcome, DeadlineRefusal, DeadlineRequest } from "#src/domain/requests/deadline.ts";
import type { World } from "#src/domain/rules.ts";
import { findTold } from "./find-told.ts";
import type { Grant } from "./gate.ts";

/** Reminds this person no more of what one message reminded of. The thing itself stays as it is. */
export async function declineReminders(
  tx: Tx,
  grant: Grant,
  request: Extract<DeadlineRequest, { do: "deadline.decline" }>,
  { now }: World,
): Promise<Extract<DeadlineOutcome, { of: "deadline.decline" }> | DeadlineRefusal> {
  const told = await findTold(tx, grant, request, now, 0);
  if (told === undefined) return "no-reminder";
  await declineReminder(tx, told, now);
  return { of: "deadline.decline", titles: await listToldTitles(tx, told) };
}
