import type { Tx } from "#db/client.ts";
import {
  listObjections,
  markObjectionDecided,
  type WaitingObjection,
} from "#db/queries/absence-objections.ts";
import { claimActivity, type FoundActivity } from "#db/queries/activities.ts";
import { markAttendance } from "#db/queries/attendance.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { grantLeave } from "#db/queries/leaves.ts";
import type { Vault } from "#db/vault.ts";
import type { News } from "#src/domain/news.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type {
  AbsenceOutcome,
  AbsenceRefusal,
  AbsenceRequest,
  SomebodysAbsence,
} from "#src/domain/requests/absence.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "../activities/activity-view.ts";
import type { Grant } from "../gate.ts";
import { sightOf } from "../sight-of.ts";
import type { Told } from "../told.ts";
import { foreseeAbsences } from "./foresee-absences.ts";
import { judgeAbsences } from "./judge-absences.ts";

type Decide = Extract<AbsenceRequest, { do: "absence.decide-objection" }>;
type Meant = { readonly objection: WaitingObjection; readonly found: FoundActivity };

/**
 * The office decides on an objection, shown first with the deputy's words and what follows. Upheld, the absence stands
 * as excused (leave granted afterwards), all that followed is worked out again, and the deputy is told; refused, the
 * deputy is told why. Of several that wait under a name one is asked for; nobody decides on his or her own.
 */
export async function decideObjection(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  said: Decide,
  world: World,
): Promise<
  Told<AbsenceOutcome> | AbsenceOutcome | SureOutcome | AbsenceRefusal | "attendance-own" | "leave-no-reason"
> {
  const request = { ...said, note: withoutPersonalData(said.note) };
  if (!request.uphold && request.note === "") return "leave-no-reason";
  const waiting = (await listObjections(tx, request.name, grant.scope)).filter(isMeantBy(request));
  const others = waiting.filter((one) => one.personId !== grant.actorId);
  const [first, ...more] = others;
  if (first === undefined) return waiting.length > 0 ? "attendance-own" : "objection-none";
  if (more.length > 0)
    return { of: "absence.which-objection", request, waiting: others.map((one) => toView(one, world)) };
  const found = await claimActivity(tx, first.number, grant.scope);
  if (found === undefined) return "objection-none";
  const meant = { objection: first, found };
  const sure = await askFirst(tx, vault, request, meant, world);
  return sure ?? decide(tx, grant, request, meant, world);
}

const isMeantBy =
  ({ activity, personId }: Decide) =>
  (one: WaitingObjection): boolean =>
    (activity === undefined || one.number === activity) &&
    (personId === undefined || one.personId === personId);

const toView = (one: WaitingObjection, world: World): SomebodysAbsence => ({
  who: { personId: one.personId, name: one.name, code: one.code, group: one.group },
  activity: toActivityView(one, world),
});

async function askFirst(
  tx: Tx,
  vault: Vault,
  request: Decide,
  { objection, found }: Meant,
  world: World,
): Promise<SureOutcome | null> {
  const text = objection.objection === null ? "" : vault.open(objection.objection);
  const statuses = new Map(objection.mandateIds.map((id) => [id, "leave"] as const));
  const foreseen = request.uphold
    ? await foreseeAbsences(tx, { activityId: found.id, statuses }, world)
    : null;
  const seen = sightOf(objection.ids, text, foreseen);
  if (request.seen === seen) return null;
  const { personId } = objection;
  const { uphold, note } = request;
  return {
    of: "sure",
    card: `o-${found.number}-${personId}~${seen}`,
    request: { ...request, activity: found.number, personId, seen },
    question: {
      kind: "sure.objection",
      ...toView(objection, world),
      text,
      uphold,
      note,
      foreseen,
      moved: request.seen !== undefined,
      today: world.today,
    },
  };
}

async function decide(
  tx: Tx,
  grant: Grant,
  { uphold, note, name }: Decide,
  { objection, found }: Meant,
  world: World,
): Promise<Told<AbsenceOutcome> | AbsenceRefusal> {
  const { now } = world;
  const decided = await markObjectionDecided(tx, objection.ids, now);
  const [first] = decided;
  if (first === undefined) return "objection-none";
  const line = { at: now, actorId: grant.actorId, subject: "absence_notice" };
  const action = uphold ? "objection.uphold" : "objection.refuse";
  await insertAudit(
    tx,
    decided.map((subjectId) => ({ ...line, action, subjectId })),
  );
  const activity = toActivityView(found, world);
  const told: News = {
    to: objection.personId,
    key: `objection-answered:${first}:${now.getTime()}`,
    word: { kind: "attendance.objection-answered", activity, upheld: uphold, note },
  };
  const judged = uphold ? await excuse(tx, grant, objection, found, world) : [];
  return {
    outcome: { of: "absence.objection-decided", name, upheld: uphold, activity },
    news: [told, ...judged],
  };
}

async function excuse(
  tx: Tx,
  grant: Grant,
  { personId, mandateIds }: WaitingObjection,
  found: FoundActivity,
  world: World,
): Promise<readonly News[]> {
  const { now } = world;
  const decidedBy = grant.actorId ?? 0;
  const decision = { decidedBy, decidedAt: now, decisionNote: "异议成立", requestedAt: now };
  const leave = { activityId: found.id, personId, reason: "other", late: true } as const;
  await grantLeave(tx, mandateIds, { ...leave, ...decision });
  const marks = mandateIds.map((mandateId) => ({ mandateId, status: "leave" as const, minutes: null }));
  await markAttendance(tx, found.id, marks, { actorId: decidedBy, now, corrected: true });
  return judgeAbsences(tx, mandateIds, world);
}
