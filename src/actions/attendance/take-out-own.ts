import type { FoundActivity } from "#db/queries/activities.ts";
import type { Attendee } from "#db/queries/attendance.ts";
import { markState } from "#db/queries/duty-records.ts";
import { BY_REGISTER, claimOwnReports } from "#db/queries/own-reports-of.ts";
import type { Tx } from "#db/client.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { News } from "#src/domain/news.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "#src/domain/activity-view.ts";

/**
 * Takes what deputies reported themselves of an activity out of the figures, where its register says that they were not
 * there, with a trace. Each of them is told, and how it can be put right.
 */
export async function takeOutOwn(
  tx: Tx,
  activity: FoundActivity,
  away: readonly Attendee[],
  { kind, actorId }: { readonly kind: DutyKind; readonly actorId: number },
  world: World,
): Promise<News[]> {
  const own = await claimOwnReports(
    tx,
    activity,
    away.map((one) => one.mandateId),
    kind,
  );
  const change = {
    byPerson: actorId,
    field: "state",
    before: "confirmed",
    after: BY_REGISTER,
    at: world.now,
  };
  await markState(
    tx,
    own.map((one) => one.id),
    "withdrawn",
    change,
  );
  const statusOf = new Map(away.map((one) => [one.mandateId, one.status]));
  return own.map(({ number, personId, mandateId }) => ({
    to: personId,
    key: `own-out:${number}:${world.now.toISOString()}`,
    word: {
      kind: "attendance.own-out",
      activity: toActivityView(activity, world),
      status: statusOf.get(mandateId) ?? "absent",
      number,
    },
  }));
}
