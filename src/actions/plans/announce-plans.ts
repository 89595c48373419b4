import type { Tx } from "#db/client.ts";
import {
  type Call,
  claimHeldBack,
  countCalledSince,
  type HeldBack,
  insertAnnounced,
  listCalls,
} from "#db/queries/announcements.ts";
import { listSittings, type Sitting } from "#db/queries/sittings.ts";
import { addDays } from "#src/domain/day.ts";
import { toInstant, toMinute } from "#src/domain/local-time.ts";
import { type News, newsKey } from "#src/domain/news.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "#src/domain/activity-view.ts";

/** Which planned activities were announced, and how many wait for another day. */
export type Announced = {
  readonly news: readonly News[];
  readonly activities: readonly number[];
  readonly postponed: number;
};

/**
 * Calls everybody to the planned activities that are near, soonest first, in the hour of reminders. A deputy gets only
 * so many notices a day; what would be more waits, unless its day is too close. Source: plans of the policy.
 */
export async function announcePlans(tx: Tx, world: World): Promise<Announced> {
  const { now, today, policy, zone } = world;
  const due = await claimHeldBack(tx, now, addDays(today, policy.plans.notice_days));
  if (due.length === 0) return { news: [], activities: [], postponed: 0 };
  const calls = Map.groupBy(await listCalls(tx, due.map(idOf)), (one) => one.activityId);
  const people = [...new Set([...calls.values()].flat().map((one) => one.personId))];
  const counts = new Map(await countCalledSince(tx, people, toInstant(today, 0, zone)));
  const chosen = due.filter((one) => mayGoOut(one, calls.get(one.id) ?? [], counts, world));
  const told = chosen.flatMap((activity) =>
    (calls.get(activity.id) ?? []).map((call) => ({ activity, call })),
  );
  const sessions = chosen.filter((one) => one.isSession).map(idOf);
  const sittings = Map.groupBy(await listSittings(tx, sessions, now), (one) => one.sessionId);
  await insertAnnounced(
    tx,
    chosen.map(idOf),
    told.map(({ activity, call }) => ({
      ...call,
      outboxKey: newsKey({ key: keyOf(activity), to: call.personId }),
    })),
    told.flatMap(({ activity, call }) =>
      (sittings.get(activity.id) ?? []).map((one) => ({ ...call, activityId: one.id })),
    ),
    now,
  );
  const news = told.map(({ activity, call }) =>
    toNews(activity, sittings.get(activity.id) ?? [], call, world),
  );
  return { news, activities: chosen.map(idOf), postponed: due.length - chosen.length };
}

const idOf = ({ id }: HeldBack): number => id;
const keyOf = ({ number, revision }: HeldBack): string => `activity:${number}:${revision}`;

/** Whether an activity's turn has come today; counts it for everybody whom it concerns. */
function mayGoOut(
  { onDay }: HeldBack,
  calls: readonly Call[],
  counts: Map<number, number>,
  { today, policy: { plans } }: World,
): boolean {
  const isUrgent = onDay <= addDays(today, plans.notice_at_latest_days);
  const countOf = ({ personId }: Call): number => counts.get(personId) ?? 0;
  if (!isUrgent && calls.some((one) => countOf(one) >= plans.notices_a_day)) return false;
  for (const one of calls) counts.set(one.personId, countOf(one) + 1);
  return true;
}

function toNews(held: HeldBack, sittings: readonly Sitting[], { personId }: Call, world: World): News {
  const hour = toInstant(world.today, toMinute(world.policy.reminders.hour), world.zone);
  const activity = toActivityView(held, world);
  return {
    to: personId,
    key: keyOf(held),
    word: held.isSession
      ? { kind: "session.called", activity, sittings: sittings.map((one) => toActivityView(one, world)) }
      : { kind: "activity.invited", activity, content: held.content },
    ...(hour > world.now && hour < held.startsAt ? { dueAt: hour } : {}),
    expiresAt: held.startsAt,
  };
}
