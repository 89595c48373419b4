import type { ActivityView } from "#src/domain/requests/activity.ts";
import { activityWhen } from "./activity-words.ts";

const MOST = 6;

/** The sittings that fall away with their session, in one line; nothing where there are none. */
export function sittingsOff(sittings: readonly ActivityView[] = []): string | false {
  if (sittings.length === 0) return false;
  const shown = sittings.slice(0, MOST).map((one) => `${activityWhen(one)} ${one.title}`);
  const left = sittings.length - shown.length;
  return `各次会都不开了:${shown.join("、")}${left > 0 ? `等${sittings.length}次` : ""}`;
}
