import type { Tx } from "#db/client.ts";
import {
  listObjections,
  markObjectionDecided,
  type WaitingObjection,
} from "#db/queries/absence-objections.ts";
import { claimActivity, type FoundActivity } from "#db/queries/activities.ts";
import { listAttendees, markAttendance } from "#db/queries/attendance.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { grantLeave } from "#db/queries/leaves.ts";
import type { Vault } from "#db/vault.ts";
import { claimsPresence, saysAway } from "#src/domain/attendance/claims-presence.ts";
import type { News } from "#src/domain/news.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type {
  AbsenceOutcome,
  AbsenceRefusal,
  AbsenceRequest,
  SomebodysAbsence,
  UpheldAs,
} from "#src/domain/requests/absence.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { Grant } from "../gate.ts";
import { sightOf } from "../sight-of.ts";
import type { Told } from "../told.ts";
import { settleRecords } from "../attendance/settle-records.ts";
import { foreseeAbsences } from "./foresee-absences.ts";
import { judgeAbsences } from "./judge-absences.ts";

type Decide = Extract<AbsenceRequest, { do: "absence.decide-objection" }>;
type Meant = {
  readonly objection: WaitingObjection;
  readonly found: FoundActivity;
  /** What it counts as when it is upheld. */
  readonly as: UpheldAs;
};

/**
 * The office decides on an objection, shown first with the deputy's words and what follows. Upheld, the deputy counts
 * as there or as excused (leave granted afterwards), as the office says or else the deputy's own words do; all that
 * followed is worked out again, and the deputy is told. Refused, the deputy is told why. Of several that wait under a name one is asked for; nobody decides on his or her own.
 */
export async function decideObjection(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  said: Decide,
  world: World,
): Promise<Told<AbsenceOutcome> | AbsenceOutcome | SureOutcome | AbsenceRefusal | "attendance-own"> {
  const request = { ...said, note: withoutPersonalData(said.note) };
  if (!request.uphold && request.note === "") return "objection-no-reason";
  const waiting = (await listObjections(tx, request.name || undefined, grant.scope)).filter(
    isMeantBy(request),
  );
  const others = waiting.filter((one) => one.personId !== grant.actorId);
  const [first, ...more] = others;
  if (first === undefined) return waiting.length > 0 ? "attendance-own" : "objection-none";
  if (more.length > 0)
    return { of: "absence.which-objection", request, waiting: others.map((one) => toView(one, world)) };
  const found = await claimActivity(tx, first.number, grant.scope);
  if (found === undefined) return "objection-none";
  const meant = { objection: first, found, as: readAs(vault, request, first) };
  const sure = await askFirst(tx, vault, request, meant, world);
  return sure ?? decide(tx, grant, request, meant, world);
}

const isMeantBy =
  ({ activity, personId }: Decide) =>
  (one: WaitingObjection): boolean =>
    (activity === undefined || one.number === activity) &&
    (personId === undefined || one.personId === personId);

// As the office says; else as its own reason does, and else as the deputy's words.
function readAs(vault: Vault, { as, note }: Decide, { objection }: WaitingObjection): UpheldAs {
  if (as !== undefined) return as;
  if (claimsPresence(note)) return "present";
  if (saysAway(note)) return "leave";
  return objection !== null && claimsPresence(vault.open(objection)) ? "present" : "leave";
}

const toView = (one: WaitingObjection, world: World): SomebodysAbsence => ({
  who: { personId: one.personId, name: one.name, code: one.code, group: one.group },
  activity: toActivityView(one, world),
});

async function askFirst(
  tx: Tx,
  vault: Vault,
  request: Decide,
  { objection, found, as }: Meant,
  world: World,
): Promise<SureOutcome | null> {
  const text = objection.objection === null ? "" : vault.open(objection.objection);
  const statuses = new Map(objection.mandateIds.map((id) => [id, as] as const));
  const foreseen = request.uphold
    ? await foreseeAbsences(tx, { activityId: found.id, statuses }, world)
    : null;
  const seen = sightOf(objection.ids, text, foreseen, request.uphold && as);
  if (request.seen === seen) return null;
  const { personId, name } = objection;
  const { uphold, note } = request;
  return {
    of: "sure",
    card: `o-${found.number}-${personId}~${seen}`,
    request: { ...request, name, activity: found.number, personId, ...counted(uphold, as), seen },
    question: {
      kind: "sure.objection",
      ...toView(objection, world),
      text,
      uphold,
      ...counted(uphold, as),
      note,
      foreseen,
      moved: request.seen !== undefined,
    },
  };
}

const counted = (uphold: boolean, as: UpheldAs) => (uphold ? { as } : {});

async function decide(
  tx: Tx,
  grant: Grant,
  { uphold, note, name }: Decide,
  meant: Meant,
  world: World,
): Promise<Told<AbsenceOutcome> | AbsenceRefusal> {
  const { now } = world;
  const { objection, found, as } = meant;
  const decided = await markObjectionDecided(tx, objection.ids, now);
  const [first] = decided;
  if (first === undefined) return "objection-none";
  const line = { at: now, actorId: grant.actorId, subject: "absence_notice" };
  const action = uphold ? "objection.uphold" : "objection.refuse";
  await insertAudit(
    tx,
    decided.map(({ id: subjectId }) => ({ ...line, action, subjectId })),
  );
  const activity = toActivityView(found, world);
  const told: News = {
    to: objection.personId,
    key: `objection-answered:${first.id}:${first.objections}`,
    word: { kind: "attendance.objection-answered", activity, upheld: uphold, ...counted(uphold, as), note },
  };
  const judged = uphold ? await excuse(tx, grant, meant, world) : [];
  return {
    outcome: { of: "absence.objection-decided", name, upheld: uphold, ...counted(uphold, as), activity },
    news: [told, ...judged],
  };
}

async function excuse(
  tx: Tx,
  grant: Grant,
  { objection: { personId, mandateIds }, found, as }: Meant,
  world: World,
): Promise<readonly News[]> {
  const { now } = world;
  const decidedBy = grant.personId;
  const decision = { decidedBy, decidedAt: now, decisionNote: "异议成立", requestedAt: now };
  const leave = { activityId: found.id, personId, reason: "other", late: true } as const;
  if (as === "leave") await grantLeave(tx, mandateIds, { ...leave, ...decision });
  const attendees = await listAttendees(tx, found.id);
  const marks = attendees
    .filter((one) => mandateIds.includes(one.mandateId))
    .map((one) => ({ ...one, status: as, minutes: null }));
  await markAttendance(tx, found.id, marks, { actorId: decidedBy, now, corrected: true });
  const { news } = await settleRecords(tx, found, marks, decidedBy, world);
  return [...news, ...(await judgeAbsences(tx, mandateIds, world))];
}
