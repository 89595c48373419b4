import type { Tx } from "#db/client.ts";
import { findActivity, listOpenFor } from "#db/queries/activities.ts";
import { markAnswer, markForetold } from "#db/queries/attendance.ts";
import { isCalledOffFor } from "#db/queries/called-off-for.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findSessionLeave, listLeftFrom, withdrawLeave } from "#db/queries/leave-taken-back.ts";
import type { Day } from "#src/domain/day.ts";
import type { News } from "#src/domain/news.ts";
import type { ActivityOutcome, ActivityRefusal, ActivityRequest } from "#src/domain/requests/activity.ts";
import type { Foretold } from "#src/domain/requests/foretold.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { findJustTold } from "./find-just-told.ts";
import { listToAsk } from "./leave-approvers.ts";
import { type OpenActivity, whichActivity } from "./which-activity.ts";
import type { Told } from "../told.ts";

type Coming = Extract<ActivityRequest, { do: "activity.coming" }>;

type Answered = Told<Extract<ActivityOutcome, { of: "activity.answered" }>>;

/** For so long after the beginning one may still say that one is late. */
const LATE_MS = 3 * 3_600_000;

/**
 * A deputy will come. Without a number the only open activity is meant; of several one must be named. A wish for leave
 * from it, and leave that was granted, go with these words, and whoever decides on it hears so once. Leave from a whole
 * session stands but for the sitting that the deputy comes to.
 */
export async function answerComing(
  tx: Tx,
  grant: Grant,
  request: Coming,
  world: World,
): Promise<Told<ActivityOutcome> | ActivityOutcome | ActivityRefusal> {
  const { activity: number, leaveBack, foretold } = request;
  if (foretold !== undefined) return comesPartly(tx, grant, { ...request, foretold }, world);
  const open = await listOpenFor(tx, grant.personId, world.now);
  if (leaveBack === true) return comesAfterLeave(tx, grant, request, open, world);
  const named = open.filter((one) => (number === undefined ? one.sessionId === null : one.number === number));
  // Without a number it is none to which he or she comes already.
  const left = named.filter((one) => one.answer !== "coming");
  const meant = number === undefined && left.length > 0 ? left : named;
  const [one, ...others] = meant;
  if (one === undefined && number === undefined) return "activity-none-open";
  if (one === undefined)
    return (await isCalledOffFor(tx, grant.personId, number ?? "")) ? "activity-off" : "activity-over";
  if (request.again === true && one.answer === "coming")
    return { of: "activity.answered", activity: toActivityView(one, world), already: true };
  if (others.length === 0) return comes(tx, grant, one, world);
  const just = request.bare === true ? await findJustTold(tx, grant.personId, meant, world.now) : undefined;
  if (just === undefined) return whichActivity(meant, null, world);
  const { outcome, news } = await comes(tx, grant, just, world);
  const other = meant.find((each) => each.id !== just.id) ?? one;
  return { outcome: { ...outcome, ratherThan: toActivityView(other, world) }, news };
}

// Leave is taken back, granted or not: of several one is asked for, and where none was meant it is shown first.
async function comesAfterLeave(
  tx: Tx,
  grant: Grant,
  { activity: number, on, kind, ask }: Coming,
  open: readonly OpenActivity[],
  world: World,
): Promise<Told<ActivityOutcome> | ActivityOutcome | ActivityRefusal> {
  const left = new Set(await listLeftFrom(tx, grant.personId, world.now));
  const asked = open.filter((one) => left.has(one.id) && (number ?? one.number) === one.number);
  const meant = asked.filter(
    (one) => (on === undefined || one.onDay === on) && (kind === undefined || one.kind === kind),
  );
  const [one, ...others] = meant;
  if (one === undefined) return "leave-none-asked";
  if (others.length > 0 || ask === true) return { ...whichActivity(meant, null, world), about: "back" };
  return comes(tx, grant, one, world);
}

// Late, or not until the end: no leave. Whoever would decide on leave is told, and so is whoever looks the activity up.
async function comesPartly(
  tx: Tx,
  grant: Grant,
  { activity: number, on, foretold }: Coming & { readonly foretold: Foretold },
  world: World,
): Promise<Told<ActivityOutcome> | ActivityOutcome | ActivityRefusal> {
  const since = new Date(world.now.getTime() - LATE_MS);
  const open = await listOpenFor(tx, grant.personId, since);
  const meant = partlyMeant(open, number, on);
  const [one, ...others] = meant;
  if (one === undefined) return on === undefined ? "activity-none-open" : "leave-no-such-day";
  if (others.length > 0) return { ...whichActivity(meant, null, world), foretold };
  const begun = one.startsAt <= world.now;
  // Said after the beginning it proves no notice, and must not hide an answer that does.
  const answered = begun ? undefined : await comes(tx, grant, one, world);
  const activity = toActivityView(one, world);
  const isNew = await markForetold(tx, one.id, one.mandateId, foretold);
  const told = isNew ? await listToAsk(tx, one, grant.personId, world) : [];
  const word = { kind: "activity.foretold", activity, name: grant.actorName, foretold } as const;
  const key = `foretold:${one.id}:${one.mandateId}:${foretold.how}:${foretold.minutes ?? ""}:${world.now.getTime()}`;
  return {
    outcome: {
      ...(answered?.outcome ?? { of: "activity.answered", activity }),
      foretold: { ...foretold, told: told.length },
    },
    news: [...(answered?.news ?? []), ...told.map((to): News => ({ to, key, word }))],
  };
}

// By number, by day, or else what stands alone.
const partlyMeant = (open: readonly OpenActivity[], number: string | undefined, on: Day | undefined) =>
  number === undefined
    ? on === undefined
      ? open.filter((one) => one.sessionId === null)
      : open.filter((one) => one.onDay === on)
    : open.filter((one) => one.number === number);

async function comes(tx: Tx, grant: Grant, one: OpenActivity, world: World): Promise<Answered> {
  await markAnswer(tx, one.id, one.mandateId, "coming", world.now);
  return takeLeaveBack(tx, grant, one, world);
}

async function takeLeaveBack(tx: Tx, grant: Grant, one: OpenActivity, world: World): Promise<Answered> {
  const activity = toActivityView(one, world);
  const leave = await withdrawLeave(tx, one.id, one.mandateId);
  if (leave === undefined) return exceptSitting(tx, grant, one, world);
  const personId = grant.personId;
  const line = { at: world.now, actorId: personId, action: "leave.withdraw", subject: "leave" };
  await insertAudit(tx, [{ ...line, subjectId: leave.id }]);
  const asked = await listToAsk(tx, one, personId, world);
  const told = new Set([...asked, ...(leave.decidedBy === null ? [] : [leave.decidedBy])]);
  const { approved } = leave;
  const word = { kind: "activity.leave-withdrawn", name: grant.actorName, activity, approved } as const;
  const key = `leave-withdrawn:${leave.id}:${leave.wishes}`;
  return {
    outcome: { of: "activity.answered", activity, tookBack: approved ? "approved" : "pending" },
    news: [...told].map((to): News => ({ to, key, word })),
  };
}

async function exceptSitting(tx: Tx, grant: Grant, one: OpenActivity, world: World): Promise<Answered> {
  const activity = toActivityView(one, world);
  const leave = one.sessionId === null ? undefined : await findSessionLeave(tx, one.sessionId, one.mandateId);
  const session = leave === undefined ? undefined : await findActivity(tx, leave.number);
  if (leave === undefined || session === undefined)
    return { outcome: { of: "activity.answered", activity }, news: [] };
  const personId = grant.personId;
  const asked = await listToAsk(tx, { ...session, mandateId: one.mandateId }, personId, world);
  const told = new Set([...asked, ...(leave.decidedBy === null ? [] : [leave.decidedBy])]);
  const { approved } = leave;
  const facts = { name: grant.actorName, activity, approved, session: toActivityView(session, world) };
  const word = { kind: "activity.leave-withdrawn", ...facts } as const;
  const key = `leave-but:${leave.id}:${leave.wishes}:${one.id}`;
  return {
    outcome: {
      of: "activity.answered",
      activity,
      tookBack: approved ? "approved" : "pending",
      session: toActivityView(session, world),
    },
    news: [...told].map((to): News => ({ to, key, word })),
  };
}
