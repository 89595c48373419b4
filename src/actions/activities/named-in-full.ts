import type { FoundActivity } from "#db/queries/activities.ts";
import type { ActivityView } from "#src/domain/requests/activity.ts";

/** A sitting with the name of its session before its own: 全体会议 alone may be of any. */
export const namedInFull = <T extends ActivityView>(
  { sessionTitle }: Pick<FoundActivity, "sessionTitle">,
  view: T,
): T => (sessionTitle === null ? view : { ...view, title: `${sessionTitle} ${view.title}` });
