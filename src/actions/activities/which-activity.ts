import type { listOpenFor } from "#db/queries/activities.ts";
import type { ActivityOutcome } from "#src/domain/requests/activity.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "#src/domain/activity-view.ts";

/** An activity that a deputy was called to. */
export type OpenActivity = Awaited<ReturnType<typeof listOpenFor>>[number];

/** Asks which of several activities is meant; `leave` is what was said of a wish for leave, null for coming. */
export const whichActivity = (
  meant: readonly OpenActivity[],
  leave: Extract<ActivityOutcome, { of: "activity.which" }>["leave"],
  world: World,
): Extract<ActivityOutcome, { of: "activity.which" }> => ({
  of: "activity.which",
  activities: meant.map((one) => toActivityView(one, world)),
  leave,
});
