import type { Tx } from "#db/client.ts";
import type { FoundActivity } from "#db/queries/activities.ts";
import type { Attendee } from "#db/queries/attendance.ts";
import { listElsewhere } from "#db/queries/elsewhere.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { CAME } from "#src/domain/attendance/came.ts";
import type { RegisterShown } from "#src/domain/register-shown.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";

/**
 * Whom a register has as absent who is registered elsewhere at the same time, or as there who is absent elsewhere: one
 * of the two may be wrong, or one was called to both. Nothing where nobody is.
 */
export async function elsewhereOf(
  tx: Tx,
  { scope }: Grant,
  { id }: Pick<FoundActivity, "id">,
  attendees: readonly Attendee[],
  world: World,
): Promise<Pick<RegisterShown, "elsewhere">> {
  const people = (some: readonly Attendee[]): number[] => some.map(({ personId }) => personId);
  const found = await listElsewhere(tx, scope, {
    id,
    absent: people(attendees.filter(({ status }) => status === "absent")),
    came: people(attendees.filter(({ status }) => CAME.has(status))),
  });
  if (found.length === 0) return {};
  return { elsewhere: found.map((one) => ({ ...one, activity: toActivityView(one.activity, world) })) };
}
