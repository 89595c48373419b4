import type { Tx } from "#db/client.ts";
import { listMembers, type Member } from "#db/queries/activities.ts";
import { insertActivity } from "#db/queries/insert-activity.ts";
import { listOrgsNamed } from "#db/queries/orgs.ts";
import { claimOrg, findSameHeld, findSamePlanned } from "#db/queries/same-activity.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { nextNumbers } from "#db/queries/numbers.ts";
import { ACTIVITY_KINDS } from "#src/domain/activity.ts";
import { addDays, yearOf } from "#src/domain/day.ts";
import { toInstant, toMinute } from "#src/domain/local-time.ts";
import { meetingAsKept } from "#src/domain/personal-data/meeting-as-kept.ts";
import { type News, newsKey } from "#src/domain/news.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ActivityPlan } from "#src/domain/requests/activity-plan.ts";
import type {
  ActivityOutcome,
  ActivityRefusal,
  ActivityRequest,
  ActivityView,
} from "#src/domain/requests/activity.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { restOn } from "../rest-on.ts";
import { listUnreached } from "../list-unreached.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { Told } from "../told.ts";

const NOON = toMinute("12:00");

type Asked<K extends ActivityRequest["do"]> = Extract<ActivityRequest, { do: K }>;

// Nobody is called to what is over, and nothing was held that is ahead.
function findUntimely(plan: ActivityPlan, world: World): ActivityRefusal | undefined {
  const isOver = startOf(plan, world) <= world.now;
  if (plan.held === true) return isOver ? undefined : "activity-not-held";
  return isOver ? "activity-past" : undefined;
}

const startOf = (plan: ActivityPlan, { zone }: World): Date => toInstant(plan.on, toMinute(plan.time), zone);

/** Finds the organisation in the speaker's scope and whom the activity concerns, and asks before anybody is told. */
export async function previewActivity(
  tx: Tx,
  grant: Grant,
  { plan: said, messageId }: Asked<"activity.preview">,
  world: World,
): Promise<SureOutcome | ActivityOutcome | ActivityRefusal> {
  const plan = meetingAsKept(said);
  const untimely = findUntimely(plan, world);
  if (untimely !== undefined) return untimely;
  const orgs = await listOrgsNamed(tx, grant.scope, plan.org);
  const [org] = orgs;
  if (org === undefined) return "activity-no-such-org";
  if (orgs.length > 1) return { of: "activity.which-org", plan, orgs: orgs.map((one) => one.name) };
  const before = await findPublished(tx, org.id, plan, world);
  if (before !== undefined) return before;
  const members = await listCalled(tx, org.id, plan);
  if (typeof members === "string") return members;
  const named = { ...plan, org: org.name };
  return {
    of: "sure",
    card: `p${messageId}`,
    request: { do: "activity.publish", plan: named, orgId: org.id },
    question: {
      kind: "sure.publish",
      plan: named,
      people: members.map((one) => one.name),
      ...(plan.held === true ? {} : restOn(plan.on, world)),
    },
  };
}

/**
 * Publishes an activity: a number, an attendance and a notice for every deputy whose mandate runs on its day. The
 * receipt names those whom no channel reaches.
 */
export async function publishActivity(
  tx: Tx,
  grant: Grant,
  { plan: said, orgId }: Asked<"activity.publish">,
  world: World,
): Promise<Told<ActivityOutcome> | ActivityOutcome | ActivityRefusal> {
  const plan = meetingAsKept(said);
  const orgs = await listOrgsNamed(tx, grant.scope, plan.org);
  if (!orgs.some((one) => one.id === orgId)) return "activity-no-such-org";
  const startsAt = startOf(plan, world);
  const untimely = findUntimely(plan, world);
  if (untimely !== undefined) return untimely;
  await claimOrg(tx, orgId);
  const before = await findPublished(tx, orgId, plan, world);
  if (before !== undefined) return before;
  const members = await listCalled(tx, orgId, plan);
  if (typeof members === "string") return members;
  const [number = ""] = await nextNumbers(tx, "activity", yearOf(plan.on), 1);
  const { kind, on, time } = plan;
  const activity = { number, title: titleOf(plan), on, time, place: plan.place ?? null };
  const isHeld = plan.held === true;
  const news = isHeld ? [] : members.map((one) => invitation(activity, plan, one, startsAt));
  const row = {
    number,
    orgId,
    kind,
    title: activity.title,
    startsAt,
    onDay: on,
    place: activity.place,
    content: plan.content ?? null,
    convenerId: grant.actorId,
    createdBy: grant.actorId,
    createdAt: world.now,
  };
  const keyOf = (to: number): string => newsKey({ key: inviteKey(number), to });
  const subjectId = await insertActivity(tx, row, members, isHeld ? null : keyOf);
  const line = { at: world.now, actorId: grant.actorId, action: "activity.publish", subject: "activity" };
  await insertAudit(tx, [{ ...line, subjectId }]);
  const unreached = isHeld ? [] : await listUnreached(tx, members, world);
  const outcome = { of: "activity.published", activity, people: members.length, unreached } as const;
  return { outcome: isHeld ? { ...outcome, held: true } : outcome, news };
}

/** Whom a plan calls: all deputies of its organisation that day, or those of them whom it names. */
async function listCalled(
  tx: Tx,
  orgId: number,
  { on, kind, names }: ActivityPlan,
): Promise<readonly Member[] | ActivityRefusal> {
  const members = await listMembers(tx, orgId, on, kind);
  if (members.length === 0) return "activity-nobody";
  if (names === undefined) return members;
  const called = members.filter((one) => names.includes(one.name));
  const each = new Set(called.map((one) => one.name));
  return each.size === names.length && called.length === names.length ? called : "activity-not-theirs";
}

/** The same activity published before, by a colleague or by oneself: nobody is called to it twice. */
async function findPublished(
  tx: Tx,
  orgId: number,
  plan: ActivityPlan,
  world: World,
): Promise<ActivityOutcome | undefined> {
  const same =
    plan.held === true
      ? await findSameHeld(tx, orgId, plan.kind, halfOfDay(plan, world))
      : await findSamePlanned(tx, orgId, plan.kind, startOf(plan, world));
  if (same === undefined) return undefined;
  return { of: "activity.published-before", activity: toActivityView(same, world), by: same.by };
}

// Of one that is entered afterwards the hour is remembered roughly: what began in the same half of the day is the same,
// and one of the morning is another than one of the afternoon.
function halfOfDay({ on, time }: ActivityPlan, { zone, now }: World): { from: Date; before: Date } {
  const noon = toInstant(on, NOON, zone);
  const [from, to] =
    toMinute(time) < NOON ? [toInstant(on, 0, zone), noon] : [noon, toInstant(addDays(on, 1), 0, zone)];
  return { from, before: to < now ? to : now };
}

const inviteKey = (number: string): string => `activity:${number}:1`;

/** What an activity of an organisation is called. */
export const titleOf = ({ org, kind }: Pick<ActivityPlan, "org" | "kind">): string =>
  kind === "group_activity" && org.endsWith("代表小组") ? `${org}活动` : `${org}${ACTIVITY_KINDS[kind]}`;

const invitation = (
  activity: ActivityView,
  plan: ActivityPlan,
  { personId }: Member,
  startsAt: Date,
): News => ({
  to: personId,
  key: inviteKey(activity.number),
  word: { kind: "activity.invited", activity, content: plan.content ?? null },
  expiresAt: startsAt,
});
