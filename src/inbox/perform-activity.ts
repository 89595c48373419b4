import type { Tx } from "#db/client.ts";
import { answerComing } from "#src/actions/activities/answer-coming.ts";
import { answerSeveral } from "#src/actions/activities/answer-several.ts";
import { askLeave } from "#src/actions/activities/ask-leave.ts";
import { cancelActivity } from "#src/actions/activities/cancel-activity.ts";
import { showOwnLeaves } from "#src/actions/activities/list-own-leaves.ts";
import { listActivities } from "#src/actions/activities/list-activities.ts";
import { previewChangeOn } from "#src/actions/activities/change-on.ts";
import { changeActivity, previewChange } from "#src/actions/activities/change-activity.ts";
import { decideLeave } from "#src/actions/activities/decide-leave.ts";
import { decideLeaves } from "#src/actions/activities/decide-leaves.ts";
import { findOfDay } from "#src/actions/activities/find-of-day.ts";
import { enterNotice } from "#src/actions/activities/enter-notice.ts";
import { nudgeUnanswered, previewNudge } from "#src/actions/activities/nudge-unanswered.ts";
import { showActivity } from "#src/actions/activities/show-activity.ts";
import { previewActivity, publishActivity } from "#src/actions/activities/publish-activity.ts";
import { previewAttendanceOn } from "#src/actions/attendance/preview-attendance-on.ts";
import { correctAttendance } from "#src/actions/attendance/correct-attendance.ts";
import { finaliseAttendance } from "#src/actions/attendance/finalise-attendance.ts";
import { previewAttendance, writeAttendance } from "#src/actions/attendance/mark-attendance.ts";
import type { Grant } from "#src/actions/gate.ts";
import { dropUndated, fixDay, previewDay, showUndated } from "#src/actions/plans/fix-day.ts";
import type { Outcome, Refusal, Request } from "#src/domain/request.ts";
import type { AbsenceRequest } from "#src/domain/requests/absence.ts";
import type { ActivityRequest } from "#src/domain/requests/activity.ts";
import type { ActivityOfDay } from "#src/domain/requests/activity-of-day.ts";
import type { AttendanceRequest } from "#src/domain/requests/attendance.ts";
import type { LeaveRequest } from "#src/domain/requests/leave.ts";
import type { SeveralAnswers } from "#src/domain/requests/several-answers.ts";
import type { World } from "#src/domain/rules.ts";
import { isAboutAbsences, performAbsence } from "./perform-absence.ts";
import type { PerformParts, Performed } from "./perform.ts";

type Asked = ActivityRequest | AbsenceRequest | AttendanceRequest;

/** True for what is asked about activities, registers and absences. */
export const isAboutActivities = (request: Request): request is Asked =>
  /^(?:activity|attendance|absence)\./u.test(request.do);

/** Does what was asked about activities, registers and absences. */
export async function performActivity(
  tx: Tx,
  parts: PerformParts,
  grant: Grant,
  request: Asked,
  world: World,
): Promise<Outcome | Performed | Refusal> {
  if (isAboutAbsences(request)) return performAbsence(tx, parts, grant, request, world);
  switch (request.do) {
    case "activity.preview":
      return previewActivity(tx, grant, request, world);
    case "activity.publish":
      return publishActivity(tx, grant, request, world);
    case "activity.show":
      return (await showUndated(tx, grant, request)) ?? showActivity(tx, grant, request, world);
    case "activity.list":
      return listActivities(tx, grant, request, world);
    case "activity.cancel":
      return (await dropUndated(tx, grant, request, world)) ?? cancelActivity(tx, grant, request, world);
    case "activity.change-preview":
      return (await previewDay(tx, grant, request, world)) ?? previewChange(tx, grant, request, world);
    case "activity.change-on":
      return previewChangeOn(tx, grant, request, world);
    case "activity.change":
      return (await fixDay(tx, grant, request, world)) ?? changeActivity(tx, grant, request, world);
    case "activity.nudge-preview":
      return previewNudge(tx, grant, request, world);
    case "activity.nudge":
      return nudgeUnanswered(tx, grant, request, world);
    case "activity.enter-notice":
      return enterNotice(tx, grant, request, world);
    case "activity.of-day":
      return performOfDay(tx, parts, grant, request, world);
    case "activity.coming":
    case "activity.leave":
    case "activity.answer-several":
    case "activity.own-leaves":
      return performAnswer(tx, parts, grant, request, world);
    case "activity.decide-leave":
      return decideLeave(tx, grant, request, world);
    case "activity.decide-leaves":
      return decideLeaves(tx, grant, request, world);
    case "attendance.preview":
    case "attendance.preview-on":
    case "attendance.mark":
    case "attendance.finalise":
    case "attendance.correct":
      return performAttendance(tx, grant, request, world);
  }
}

async function performOfDay(
  tx: Tx,
  parts: PerformParts,
  grant: Grant,
  request: ActivityOfDay,
  world: World,
): Promise<Outcome | Performed | Refusal> {
  const meant = await findOfDay(tx, grant, request, world);
  if (typeof meant === "string" || "of" in meant) return meant;
  return performActivity(tx, parts, grant, { ...request.wanted, activity: meant.number }, world);
}

async function performAnswer(
  tx: Tx,
  { vault }: PerformParts,
  grant: Grant,
  request: LeaveRequest | SeveralAnswers,
  world: World,
): Promise<Outcome | Performed | Refusal> {
  switch (request.do) {
    case "activity.coming":
      return answerComing(tx, grant, request, world);
    case "activity.leave":
      return askLeave(tx, vault, grant, request, world);
    case "activity.answer-several":
      return answerSeveral(tx, vault, grant, request, world);
    case "activity.own-leaves":
      return showOwnLeaves(tx, grant, request, world);
  }
}

async function performAttendance(
  tx: Tx,
  grant: Grant,
  request: AttendanceRequest,
  world: World,
): Promise<Outcome | Performed | Refusal> {
  switch (request.do) {
    case "attendance.preview":
      return previewAttendance(tx, grant, request, world);
    case "attendance.preview-on":
      return previewAttendanceOn(tx, grant, request, world);
    case "attendance.mark":
      return writeAttendance(tx, grant, request, world);
    case "attendance.finalise":
      return finaliseAttendance(tx, grant, request, world);
    case "attendance.correct":
      return correctAttendance(tx, grant, request, world);
  }
}
