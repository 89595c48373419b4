import type { Tx } from "#db/client.ts";
import { listMembers, type Member } from "#db/queries/activities.ts";
import { insertActivity } from "#db/queries/insert-activity.ts";
import { listOrgsNamed } from "#db/queries/orgs.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { nextNumbers } from "#db/queries/numbers.ts";
import { claimOrg, findSameSession } from "#db/queries/same-activity.ts";
import { insertSittings } from "#db/queries/sittings.ts";
import { SITTING_KINDS } from "#src/domain/activity.ts";
import { yearOf } from "#src/domain/day.ts";
import { toInstant, toMinute } from "#src/domain/local-time.ts";
import type { OrgKind } from "#src/domain/org.ts";
import { meetingAsKept } from "#src/domain/personal-data/meeting-as-kept.ts";
import { newsKey } from "#src/domain/news.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ActivityOutcome, ActivityRefusal, ActivityView } from "#src/domain/requests/activity.ts";
import type {
  SessionOutcome,
  SessionPlan,
  SessionRefusal,
  SessionRequest,
  SittingPlan,
} from "#src/domain/requests/session.ts";
import type { World } from "#src/domain/rules.ts";
import { nth } from "#src/kernel/nth.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { Told } from "../told.ts";
import type { Grant } from "../gate.ts";
import { listUnreached } from "../list-unreached.ts";

type Asked<K extends SessionRequest["do"]> = Extract<SessionRequest, { do: K }>;
type Refused = SessionRefusal | ActivityRefusal;
type Read = {
  readonly orgId: number;
  readonly org: string;
  readonly first: SittingPlan;
  readonly last: SittingPlan;
  readonly members: readonly Member[];
};

const CONGRESSES: readonly OrgKind[] = ["district", "township"];

const startOf = ({ on, time }: SittingPlan, { zone }: World): Date => toInstant(on, toMinute(time), zone);

const sessionAsKept = (plan: SessionPlan): SessionPlan => ({
  ...meetingAsKept(plan),
  sittings: plan.sittings.map(meetingAsKept),
});

/** Finds the congress in the speaker's scope and its deputies, and asks before anybody is told. */
export async function previewSession(
  tx: Tx,
  grant: Grant,
  { plan: said, messageId }: Asked<"session.preview">,
  world: World,
): Promise<SureOutcome | ActivityOutcome | Refused> {
  const plan = sessionAsKept(said);
  const read = await readSession(tx, grant, plan, world);
  if (typeof read === "string") return read;
  const before = await findPublished(tx, read, world);
  if (before !== undefined) return before;
  const named = { ...plan, org: read.org };
  return {
    of: "sure",
    card: `s${messageId}`,
    request: { do: "session.publish", plan: named, orgId: read.orgId },
    question: { kind: "sure.session", plan: named, people: read.members.length },
  };
}

/**
 * Publishes a congress session with its sittings: a number for each, and one notice to every deputy of that congress
 * whose mandate runs on its first day. The notice is proof for all of its sittings.
 */
export async function publishSession(
  tx: Tx,
  grant: Grant,
  { plan: said, orgId }: Asked<"session.publish">,
  world: World,
): Promise<Told<SessionOutcome> | ActivityOutcome | Refused> {
  const plan = sessionAsKept(said);
  const read = await readSession(tx, grant, plan, world);
  if (typeof read === "string") return read;
  if (read.orgId !== orgId) return "activity-no-such-org";
  await claimOrg(tx, orgId);
  const before = await findPublished(tx, read, world);
  if (before !== undefined) return before;
  const { first, members } = read;
  const [number = "", ...numbers] = await nextNumbers(
    tx,
    "activity",
    yearOf(first.on),
    plan.sittings.length + 1,
  );
  const activity = toView(number, plan.title, first, plan);
  const key = `activity:${number}:1`;
  const common = { orgId, convenerId: grant.actorId, createdBy: grant.actorId, createdAt: world.now };
  const rowOf = (view: ActivityView, sitting: SittingPlan) => ({
    ...common,
    number: view.number,
    title: view.title,
    startsAt: startOf(sitting, world),
    onDay: sitting.on,
    place: view.place,
  });
  const row = { ...rowOf(activity, first), kind: "congress_session" as const };
  const sessionId = await insertActivity(tx, row, members, (to) => newsKey({ key, to }));
  const sittings = plan.sittings.map((one, index) =>
    toView(nth(numbers, index), SITTING_KINDS[one.kind], one, plan),
  );
  const rows = plan.sittings.flatMap((one, index) => {
    const view = sittings[index];
    return view === undefined ? [] : [{ ...rowOf(view, one), kind: one.kind, sessionId }];
  });
  await insertSittings(tx, rows, members);
  const line = { at: world.now, actorId: grant.actorId, action: "session.publish", subject: "activity" };
  await insertAudit(tx, [{ ...line, subjectId: sessionId }]);
  const word = { kind: "session.called", activity, sittings } as const;
  const unreached = await listUnreached(tx, members, world);
  return {
    outcome: { of: "session.published", activity, sittings, people: members.length, unreached },
    news: members.map(({ personId: to }) => ({ to, key, word, expiresAt: startOf(first, world) })),
  };
}

/** A congress meets in one session at a time: one that has days in common is the same, called by a colleague or oneself. */
async function findPublished(
  tx: Tx,
  { orgId, first, last }: Read,
  world: World,
): Promise<ActivityOutcome | undefined> {
  const same = await findSameSession(tx, orgId, { from: first.on, to: last.on });
  if (same === undefined) return undefined;
  return { of: "activity.published-before", activity: toActivityView(same, world), by: same.by };
}

const toView = (number: string, title: string, at: SittingPlan, plan: SessionPlan): ActivityView => ({
  number,
  title,
  on: at.on,
  time: at.time,
  place: at.place ?? plan.place ?? null,
});

async function readSession(tx: Tx, grant: Grant, plan: SessionPlan, world: World): Promise<Read | Refused> {
  const [first, last] = [plan.sittings[0], plan.sittings.at(-1)];
  if (first === undefined || last === undefined) return "session-order";
  const starts = plan.sittings.map((one) => startOf(one, world).getTime());
  if (starts.some((at, index) => index > 0 && at <= (starts[index - 1] ?? 0))) return "session-order";
  if (startOf(first, world) <= world.now) return "activity-past";
  // A congress is a district's or a township's: groups and stations have none.
  const orgs = (await listOrgsNamed(tx, grant.scope, plan.org)).filter((one) =>
    CONGRESSES.includes(one.kind),
  );
  const [org, second] = orgs;
  if (org === undefined) return "activity-no-such-org";
  if (second !== undefined) return "session-which-org";
  const members = await listMembers(tx, org.id, first.on, "congress_session");
  return members.length === 0 ? "activity-nobody" : { orgId: org.id, org: org.name, first, last, members };
}
