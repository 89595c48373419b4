import { toLocal, toWallTime } from "#src/domain/local-time.ts";
import type { ActivityView } from "#src/domain/requests/activity.ts";
import type { When } from "#src/domain/when.ts";

/** What people see of a stored activity. */
export function toActivityView(
  {
    number,
    title,
    place,
    startsAt,
  }: {
    readonly number: string;
    readonly title: string;
    readonly place: string | null;
    readonly startsAt: Date | string;
  },
  { zone }: Pick<When, "zone">,
): ActivityView {
  const { day, minute } = toLocal(new Date(startsAt), zone);
  return { number, title, on: day, time: toWallTime(minute), place };
}
