import type { Tx } from "#db/client.ts";
import { type FoundActivity, claimActivity } from "#db/queries/activities.ts";
import { type Concerned, insertNotices, listConcerned } from "#db/queries/activity-changes.ts";
import { addDays } from "#src/domain/day.ts";
import { toInstant, toMinute } from "#src/domain/local-time.ts";
import { newsKey } from "#src/domain/news.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ActivityOutcome, ActivityRefusal, ActivityRequest } from "#src/domain/requests/activity.ts";
import type { World } from "#src/domain/rules.ts";
import { nearestWorkday } from "#src/domain/working-calendar.ts";
import type { Grant } from "../gate.ts";
import { restOn } from "../rest-on.ts";
import { listUnreached } from "../list-unreached.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { Told } from "../told.ts";

type Asked<K extends ActivityRequest["do"]> = Extract<ActivityRequest, { do: K }>;

/** Shows who has not answered a notice yet. Nobody is written to before the yes. */
export async function previewNudge(
  tx: Tx,
  grant: Grant,
  { activity: number, messageId }: Asked<"activity.nudge-preview">,
  world: World,
): Promise<SureOutcome | ActivityOutcome | ActivityRefusal> {
  const found = await claimAhead(tx, grant, number, world);
  if (typeof found === "string") return found;
  const silent = await listSilent(tx, grant, found);
  const activity = toActivityView(found, world);
  if (silent.length === 0) return { of: "activity.all-answered", activity };
  return {
    of: "sure",
    card: `u${messageId}`,
    request: { do: "activity.nudge", activity: number, people: silent.map((one) => one.personId) },
    question: {
      kind: "sure.nudge-answer",
      activity,
      names: silent.map((one) => one.name),
      ...restOn(world.today, world),
    },
  };
}

/**
 * Asks those of the list who still have not answered once more, each at most once a day. Nobody on leave is asked, and
 * on a day of rest it waits for the next working day where the activity allows.
 */
export async function nudgeUnanswered(
  tx: Tx,
  grant: Grant,
  { activity: number, people }: Asked<"activity.nudge">,
  world: World,
): Promise<Told<ActivityOutcome> | ActivityRefusal> {
  const found = await claimAhead(tx, grant, number, world);
  if (typeof found === "string") return found;
  const listed = new Set(people);
  const told = (await listSilent(tx, grant, found)).filter((one) => listed.has(one.personId));
  const activity = toActivityView(found, world);
  const key = `activity:${found.number}:nudge:${world.today}`;
  await insertNotices(tx, found.id, told, (to) => newsKey({ key, to }));
  const word = { kind: "activity.nudged", activity, by: grant.actorName } as const;
  const dueAt = nextWorkingMorning(found, world);
  const when = { expiresAt: found.startsAt, ...(dueAt === null ? {} : { dueAt }) };
  return {
    outcome: {
      of: "activity.nudged",
      activity,
      count: told.length,
      unreached: await listUnreached(tx, told, world),
    },
    news: told.map(({ personId: to }) => ({ to, key, word, ...when })),
  };
}

async function claimAhead(
  tx: Tx,
  grant: Grant,
  number: string,
  { now }: World,
): Promise<FoundActivity | ActivityRefusal> {
  const found = await claimActivity(tx, number, grant.scope);
  if (found === undefined) return "activity-unknown";
  if (found.state === "cancelled") return "activity-called-off";
  if (found.state === "final") return "activity-closed";
  if (found.heldBack) return "activity-held-back";
  return found.startsAt <= now ? "activity-begun" : found;
}

const listSilent = async (tx: Tx, { actorId }: Grant, { id }: FoundActivity): Promise<Concerned[]> =>
  (await listConcerned(tx, id)).filter(
    ({ personId, answer, leave }) => personId !== actorId && answer === null && leave === null,
  );

// Null where it goes at once: today is worked, nobody knows whether it is, or there is no working day left before.
function nextWorkingMorning({ startsAt }: FoundActivity, world: World): Date | null {
  const { today, calendar, policy, zone } = world;
  if (calendar.isWorkday(today) !== false) return null;
  const day = nearestWorkday(addDays(today, 1), 1, calendar);
  if (typeof day !== "string") return null;
  const morning = toInstant(day, toMinute(policy.reminders.hour), zone);
  return morning < startsAt ? morning : null;
}
