import type { Tx } from "#db/client.ts";
import { type ActivityConcern, listActivityConcerns } from "#db/queries/activity-reminders.ts";
import { listPlannedSittings } from "#db/queries/sittings.ts";

/** Who is reminded of what, by the key of `beginningKey`. */
type Beginnings = ReadonlyMap<string, ActivityConcern | "on-leave">;

/** What stands for a session and a person. */
export const beginningKey = ({ activityId, personId }: ActivityConcern): string =>
  `${activityId}/${personId}`;

/**
 * Of sessions: for whoever has leave from how one begins, the first sitting that he or she is to come to, or that there
 * is none. Who comes to its beginning is left out.
 */
export async function listOwnBeginnings(
  tx: Tx,
  concerns: readonly ActivityConcern[],
  now: Date,
): Promise<Beginnings> {
  const sessions = concerns.filter(({ kind }) => kind === "congress_session");
  if (sessions.length === 0) return new Map();
  const sittings = await listPlannedSittings(tx, [...new Set(sessions.map((one) => one.activityId))]);
  const pairs = sessions.flatMap(({ activityId, personId }) =>
    sittings.filter((one) => one.sessionId === activityId).map(({ id }) => ({ activityId: id, personId })),
  );
  const called = Map.groupBy(
    (await listActivityConcerns(tx, pairs)).filter((one) => one.startsAt > now),
    ({ sessionId, personId }) => `${sessionId}/${personId}`,
  );
  return new Map(
    sessions.flatMap((session): [string, ActivityConcern | "on-leave"][] => {
      const own = (called.get(beginningKey(session)) ?? []).toSorted(
        (a, b) => a.startsAt.getTime() - b.startsAt.getTime(),
      );
      const [first] = own;
      if (first === undefined || !first.isOnLeave) return [];
      return [[beginningKey(session), own.find((one) => !one.isOnLeave) ?? "on-leave"]];
    }),
  );
}
