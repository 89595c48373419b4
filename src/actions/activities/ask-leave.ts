import type { Tx } from "#db/client.ts";
import { listOpenFor } from "#db/queries/activities.ts";
import { markAnswer, markLeaveBegun } from "#db/queries/attendance.ts";
import { isCalledOffFor } from "#db/queries/called-off-for.ts";
import { askForLeave, findLeft } from "#db/queries/leaves.ts";
import { listToldLately, type ToldLately } from "#db/queries/told-lately.ts";
import { holdActivity } from "#db/queries/hold-activities.ts";
import type { Vault } from "#db/vault.ts";
import { daysBefore } from "#src/domain/ago.ts";
import { leaveApproverOf } from "#src/domain/leave-policy.ts";
import type { News } from "#src/domain/news.ts";
import type { LeaveReason } from "#src/domain/leave-reason.ts";
import type { ActivityOutcome, ActivityRefusal, ActivityRequest } from "#src/domain/requests/activity.ts";
import type { World } from "#src/domain/rules.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import { judgeAbsences } from "../absences/judge-absences.ts";
import type { Grant } from "../gate.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { askedAs } from "./leave-approvers.ts";
import { listMeant } from "./list-meant.ts";
import { type OpenActivity, whichActivity } from "./which-activity.ts";
import type { Told } from "../told.ts";

type Asked = Extract<ActivityRequest, { do: "activity.leave" }>;

/**
 * A deputy asks for leave; the one who decides by the policy is told. After the beginning it is marked as late, or
 * refused, as the policy says. A wish without its ground is kept as begun, for whoever writes the register. Leave that was granted stands; after a refusal it is a new wish, and the refusal holds
 * until that is decided.
 */
export async function askLeave(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  request: Asked,
  world: World,
): Promise<Told<ActivityOutcome> | ActivityOutcome | ActivityRefusal> {
  // A wish that comes too late (补假) may still be about an activity of the last days.
  const since = daysBefore(world.now, world.policy.leave.late_days);
  const open = await listOpenFor(tx, grant.personId, since, true);
  const told = await listToldOf(tx, grant, request, open, world);
  const meant = remindedOf(told, open, world) ?? listMeant(request, open, world);
  const [one, ...others] = meant;
  if (one === undefined) return whyNothing(tx, grant, request, open.length > 0);
  const { reason, note } = request;
  if (others.length > 0) {
    const which = whichActivity(meant, { ...(reason && { reason }), ...(note && { note }) }, world);
    return request.belated === undefined ? which : { ...which, about: "belated" };
  }
  const activity = toActivityView(one, world);
  const unseen = request.implied === true && !told.some(({ id }) => id === one.id);
  if (request.unsure === true || unseen)
    return {
      of: "activity.leave-unsure",
      activity,
      ...(unseen ? { implied: true } : {}),
      ...(reason && { reason }),
      ...(note && { note }),
    };
  if (reason === undefined) {
    const left = request.again === true ? await findLeft(tx, one) : undefined;
    if (left !== undefined) return { of: `activity.leave-${left}`, activity };
    await markLeaveBegun(tx, one.id, one.mandateId, world.now);
    return { of: "activity.why-leave", activity };
  }
  return send(tx, vault, grant, one, { reason, note }, world);
}

// Whoever names what was called off is told so.
async function whyNothing(
  tx: Tx,
  { personId }: Grant,
  { activity, belated, on }: Asked,
  isElse: boolean,
): Promise<ActivityRefusal> {
  if (activity !== undefined && (await isCalledOffFor(tx, personId, activity))) return "activity-off";
  if (belated !== undefined) return "leave-nothing-missed";
  return on !== undefined && isElse ? "leave-no-such-day" : "activity-none-open";
}

async function send(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  one: OpenActivity,
  { reason, note }: { readonly reason: LeaveReason; readonly note: string | undefined },
  world: World,
): Promise<Told<ActivityOutcome> | ActivityOutcome | ActivityRefusal> {
  const activity = toActivityView(one, world);
  // What was open a moment ago may be final or called off by now.
  const held = await holdActivity(tx, one.number);
  if (held === undefined || held.state === "cancelled") return "activity-over";
  const late = one.startsAt <= world.now;
  if (late && world.policy.leave.late_request === "refused") return "leave-late";
  const personId = grant.personId;
  const said = note === undefined ? undefined : withoutPersonalData(note);
  const asked = await askForLeave(tx, {
    activityId: one.id,
    mandateId: one.mandateId,
    personId,
    reason,
    note: said === undefined ? null : vault.seal(said),
    late,
    requestedAt: world.now,
  });
  // Said after the beginning it proves no notice, and must not hide an answer that does.
  if (!late) await markAnswer(tx, one.id, one.mandateId, "leave", world.now);
  if (!("id" in asked)) return { of: `activity.leave-${asked.was}`, activity };
  const { people: told, as } = await askedAs(tx, one, personId, world);
  const own = reason === "other" && said !== undefined ? { said } : {};
  const wish = { activity, reason, ...own, late, again: asked.was === "asked-again" };
  // The office hears in whose place it is asked.
  const by = leaveApproverOf(one.kind, world.policy.leave);
  const inPlaceOf = by === as ? {} : { inPlaceOf: by };
  const word = { kind: "activity.leave-asked", name: grant.actorName, ...wish, ...inPlaceOf } as const;
  const key = `leave:${asked.id}:${asked.wishes}`;
  // A wish that waits blocks, as the policy says.
  const judged = held.state === "final" ? await judgeAbsences(tx, [one.mandateId], world) : [];
  return {
    outcome: { of: "activity.leave-sent", ...wish, to: told.length > 0 ? as : null },
    news: [...told.map((to) => ({ to, key, word })), ...judged.map((each) => asWaiting(each, personId))],
  };
}

// Nobody has decided yet: the absence only rests, and with it the case.
function asWaiting(one: News, personId: number): News {
  const { to, word } = one;
  if (word.kind === "absence.case-withdrawn") return { ...one, word: { ...word, pending: true } };
  return to === personId && word.kind === "absence.withdrawn"
    ? { ...one, word: { ...word, pending: true } }
    : one;
}

/** So long after a notice or a reminder words that name nothing are about it. */
const JUST_TOLD_MS = 24 * 3_600_000;
/** So long after its beginning an activity is still what was reminded of that morning. */
const BEGUN_MS = 3 * 3_600_000;

// What words that name nothing may be about: known only where they do name nothing.
function listToldOf(
  tx: Tx,
  { personId }: Grant,
  { activity, on, kind, belated }: Asked,
  open: readonly OpenActivity[],
  { now }: World,
): Promise<readonly ToldLately[]> {
  if ((activity ?? on ?? kind ?? belated) !== undefined) return Promise.resolve([]);
  const ids = open.map(({ id }) => id);
  return listToldLately(tx, personId, ids, new Date(now.getTime() - JUST_TOLD_MS));
}

// 临时有事来不了, under the reminder of the same morning: that one, though others lie ahead.
function remindedOf(
  told: readonly ToldLately[],
  open: readonly OpenActivity[],
  { now, today }: World,
): readonly OpenActivity[] | undefined {
  const reminded = new Set(told.filter(({ how }) => how === "reminder").map(({ id }) => id));
  const meant = open.filter(
    (one) => reminded.has(one.id) && one.onDay === today && +one.startsAt > +now - BEGUN_MS,
  );
  return meant.length === 0 ? undefined : meant;
}
