import type { Tx } from "#db/client.ts";
import { findActivity, type FoundActivity, claimActivity } from "#db/queries/activities.ts";
import {
  claimObjectedNotice,
  claimStandingNotice,
  markObjected,
  markObjectionDecided,
} from "#db/queries/absence-objections.ts";
import { markAttendance } from "#db/queries/attendance.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { grantLeave } from "#db/queries/leaves.ts";
import { listStaffOver } from "#db/queries/staff-over.ts";
import type { Vault } from "#db/vault.ts";
import { dueDay } from "#src/domain/clock-rule.ts";
import { localDay } from "#src/domain/local-time.ts";
import type { News } from "#src/domain/news.ts";
import type {
  AttendanceOutcome,
  AttendanceRefusal,
  AttendanceRequest,
} from "#src/domain/requests/attendance.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "../activities/activity-view.ts";
import type { Told } from "../told.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { Grant } from "../gate.ts";
import { judgeAbsences } from "./judge-absences.ts";

/** A deputy objects to the latest notice of an absence, within the time that the policy gives. The office is told. */
export async function objectAbsence(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  request: Extract<AttendanceRequest, { do: "absence.object" }>,
  world: World,
): Promise<Told<AttendanceOutcome> | AttendanceRefusal> {
  const notice = await claimStandingNotice(tx, grant.actorId ?? 0);
  if (notice === undefined) return "objection-nothing";
  if (isTooLate(notice.createdAt, world)) return "objection-too-late";
  const found = await findActivity(tx, notice.number);
  if (found === undefined) return "objection-nothing";
  const text = withoutPersonalData(request.text);
  await markObjected(tx, notice.id, vault.seal(text), world.now);
  const activity = toActivityView(found, world);
  const office = await listStaffOver(tx, found.orgId, ["office"], world.today);
  const word = { kind: "attendance.objection", activity, name: grant.actorName, text } as const;
  const key = `objection:${notice.id}:${world.now.getTime()}`;
  const readers = office.filter((to) => to !== grant.actorId);
  return { outcome: { of: "absence.objected", activity }, news: readers.map((to) => ({ to, key, word })) };
}

function isTooLate(told: Date, { policy, calendar, zone, today }: World): boolean {
  const rule = policy.clocks["objection"];
  const due = rule === undefined ? null : dueDay(rule, localDay(told, zone), calendar);
  return typeof due === "string" && today > due;
}

/**
 * The office decides on an objection. Upheld, the absence stands as excused (leave granted afterwards), all that
 * followed is worked out again, and the deputy is told; refused, the deputy is told why.
 */
export async function decideObjection(
  tx: Tx,
  grant: Grant,
  { name, uphold, note }: Extract<AttendanceRequest, { do: "absence.decide-objection" }>,
  world: World,
): Promise<Told<AttendanceOutcome> | AttendanceRefusal | "leave-no-reason"> {
  if (!uphold && note === "") return "leave-no-reason";
  const notice = await claimObjectedNotice(tx, name, grant.scope);
  if (notice === undefined) return "objection-none";
  if (notice.personId === grant.actorId) return "attendance-own";
  const found = await claimActivity(tx, notice.number, grant.scope);
  if (found === undefined) return "objection-none";
  await markObjectionDecided(tx, notice.id, world.now);
  const line = { at: world.now, actorId: grant.actorId, subject: "absence_notice", subjectId: notice.id };
  await insertAudit(tx, [{ ...line, action: uphold ? "objection.uphold" : "objection.refuse" }]);
  const activity = toActivityView(found, world);
  const told: News = {
    to: notice.personId,
    key: `objection-answered:${notice.id}:${world.now.getTime()}`,
    word: { kind: "attendance.objection-answered", activity, upheld: uphold, note },
  };
  const judged = uphold ? await excuse(tx, grant, notice, found, world) : [];
  return { outcome: { of: "absence.objection-decided", name, upheld: uphold }, news: [told, ...judged] };
}

async function excuse(
  tx: Tx,
  grant: Grant,
  { personId, mandateId }: { readonly personId: number; readonly mandateId: number },
  found: FoundActivity,
  world: World,
): Promise<readonly News[]> {
  const { now } = world;
  const decidedBy = grant.actorId ?? 0;
  const leave = { activityId: found.id, mandateId, personId, reason: "other", late: true } as const;
  const decision = { decidedBy, decidedAt: now, decisionNote: "异议成立" };
  await grantLeave(tx, { ...leave, ...decision, requestedAt: now });
  const by = { actorId: decidedBy, now, corrected: true };
  await markAttendance(tx, found.id, [{ mandateId, status: "leave", minutes: null }], by);
  return judgeAbsences(tx, [mandateId], world);
}
