import type { NewActivity } from "#db/queries/activities.ts";
import type { WholeRow } from "#src/domain/plans/compare-plan.ts";
import type { World } from "#src/domain/rules.ts";

/** An activity of a plan as it is stored. `actorId` is null for the operator. */
export const toNewActivity = (
  row: WholeRow,
  number: string,
  actorId: number | null,
  { now }: World,
): NewActivity => ({
  number,
  planKey: row.planKey,
  orgId: row.orgId,
  kind: row.kind,
  title: row.title,
  startsAt: row.startsAt,
  onDay: row.on,
  place: row.place,
  content: row.content,
  convenerId: actorId,
  createdBy: actorId,
  createdAt: now,
});
