import { movedFrom } from "#src/domain/moved-from.ts";
import type { ActivityView } from "#src/domain/requests/activity.ts";
import type { ActivityChange } from "#src/domain/requests/activity-change.ts";
import type { World } from "#src/domain/rules.ts";

/** A change with its day and hour settled: 改到7号 of what is on the 8th is the day before it, and no day of next month. */
export function asMoved(
  { from, ...said }: ActivityChange,
  before: ActivityView,
  { today }: World,
): ActivityChange {
  return from === undefined ? said : { ...said, ...movedFrom(before, from, today) };
}

/** The part of the day in which an hour is. */
export const partOfDay = (time: string): NonNullable<ActivityChange["part"]> =>
  time < "12:00" ? "morning" : time < "18:00" ? "afternoon" : "evening";
