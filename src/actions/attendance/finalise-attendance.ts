import type { Tx } from "#db/client.ts";
import { listReachable } from "#db/queries/accounts.ts";
import { type FoundActivity, claimActivity, markActivity } from "#db/queries/activities.ts";
import { listAttendees, markAttendance } from "#db/queries/attendance.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { keepDeliveries } from "#db/queries/notices.ts";
import { listReportedThere } from "#db/queries/reported-there.ts";
import type { News } from "#src/domain/news.ts";
import { isSitting } from "#src/domain/activity.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type {
  AttendanceOutcome,
  AttendanceRefusal,
  AttendanceRequest,
} from "#src/domain/requests/attendance.ts";
import type { ActivityRefusal } from "#src/domain/requests/activity.ts";
import type { World } from "#src/domain/rules.ts";
import { foreseeAbsences } from "../absences/foresee-absences.ts";
import { judgeAbsences } from "../absences/judge-absences.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { Told } from "../told.ts";
import type { Grant } from "../gate.ts";
import { sightOf } from "../sight-of.ts";
import { listUnfinished, toTally } from "./mark-attendance.ts";
import { unusedLeaveNews } from "./unused-leave-news.ts";
import { elsewhereOf } from "./elsewhere-of.ts";
import { didDuty, kindOf, settleRecords } from "./settle-records.ts";
import { settleShort, findTimes } from "./times-present.ts";
import { settleSession, type Settled } from "./settle-session.ts";

type Finalise = Extract<AttendanceRequest, { do: "attendance.finalise" }>;
type Register = { readonly found: FoundActivity; readonly attendees: readonly Settled[] };

/**
 * Makes a register final, once everybody is marked and what follows was seen and said yes to: those who came have a
 * record without typing one, absences are judged, and from now on it changes by correction only. Where the register or
 * what follows from it is not what was seen, it is shown again.
 */
export async function finaliseAttendance(
  tx: Tx,
  grant: Grant,
  request: Finalise,
  world: World,
): Promise<Told<AttendanceOutcome> | AttendanceOutcome | SureOutcome | AttendanceRefusal | ActivityRefusal> {
  const register = await readRegister(tx, grant, request, world);
  if (typeof register === "string" || !("found" in register)) return register;
  const sure = await askFirst(tx, grant, request, register, world);
  if (sure !== null) return sure;
  const { found, attendees } = register;
  const { now } = world;
  const marks = { actorId: grant.personId, now, corrected: false };
  const settled = attendees.filter((one) => one.settled);
  if (settled.length > 0) await markAttendance(tx, found.id, settled, marks);
  await keepDeliveries(tx, found.id);
  await markActivity(tx, found.id, "final", { actorId: grant.actorId, now });
  const line = { at: now, actorId: grant.actorId, action: "attendance.finalise", subject: "activity" };
  await insertAudit(tx, [{ ...line, subjectId: found.id }]);
  const { records, news: told } = await settleRecords(tx, found, attendees, grant.personId, world);
  const unused = await unusedLeaveNews(tx, found, attendees, world);
  const news = await judgeAbsences(
    tx,
    attendees.map((one) => one.mandateId),
    world,
  );
  const activity = toActivityView(found, world);
  const unreached = await listUnreached(tx, attendees, news, world);
  const outcome = {
    of: "attendance.final",
    activity,
    tally: toTally(attendees),
    records,
    unreached,
  } as const;
  return { outcome, news: [...told, ...unused, ...news] };
}

// Whom no channel reaches is not told of an absence: somebody has to say it, or the time for an objection never runs.
async function listUnreached(
  tx: Tx,
  attendees: readonly Settled[],
  news: readonly News[],
  { channels }: World,
): Promise<readonly string[]> {
  const told = news.filter(({ word }) => word.kind === "absence.warned" || word.kind === "absence.struck");
  const people = new Set(told.map((one) => one.to));
  const reachable = await listReachable(tx, [...people], channels);
  return attendees
    .filter(({ personId }) => people.has(personId) && !reachable.has(personId))
    .map(({ name }) => name);
}

async function readRegister(
  tx: Tx,
  grant: Grant,
  request: Finalise,
  world: World,
): Promise<Register | AttendanceOutcome | AttendanceRefusal | ActivityRefusal> {
  const found = await claimActivity(tx, request.activity, grant.scope);
  if (found === undefined) return "activity-unknown";
  const activity = toActivityView(found, world);
  if (found.state === "final") return { of: "attendance.already-final", activity, by: found.closedBy };
  if (found.state !== "planned") return "activity-called-off";
  if (found.startsAt > world.now) return { of: "attendance.not-yet", activity, wish: "finalise" };
  const attendees = await settleSession(tx, found, await listAttendees(tx, found.id), world);
  if (typeof attendees === "string") return attendees;
  return readMarked(
    grant,
    { found, attendees: settleShort(attendees, found, world.policy.attendance) },
    world,
  );
}

function readMarked(
  grant: Grant,
  { found, attendees }: Register,
  world: World,
): Register | AttendanceOutcome | AttendanceRefusal {
  const activity = toActivityView(found, world);
  const unmarked = attendees
    .filter(({ status, rests }) => status === "expected" && !rests)
    .map((one) => one.name);
  if (unmarked.length > 0) return { of: "attendance.unmarked", activity, names: unmarked };
  if (attendees.some((one) => one.personId === grant.actorId)) return "attendance-own";
  return { found, attendees };
}

async function askFirst(
  tx: Tx,
  grant: Grant,
  request: Finalise,
  { found, attendees }: Register,
  world: World,
): Promise<SureOutcome | null> {
  const statuses = new Map(attendees.map((one) => [one.mandateId, one.status]));
  const foreseen = await foreseeAbsences(tx, { activityId: found.id, statuses }, world);
  const there = await listThere(tx, found, attendees, world);
  const other = await elsewhereOf(tx, grant, found, attendees, world);
  const seen = sightOf([...statuses], foreseen, there, other);
  if (request.seen === seen) return null;
  const records = isSitting(found.kind) ? 0 : attendees.filter(didDuty).length;
  const question = {
    kind: "sure.finalise",
    activity: toActivityView(found, world),
    tally: toTally(attendees),
    times: findTimes(attendees, found.minutes, world.policy.attendance),
    records,
    foreseen,
    ...(there.length > 0 ? { there } : {}),
    ...other,
    unfinished: listUnfinished(attendees),
    moved: request.seen !== undefined,
    today: world.today,
  } as const;
  return { of: "sure", card: `f-${found.number}~${seen}`, request: { ...request, seen }, question };
}

// Whom the register calls absent, though a record says that he or she was there.
const listThere = (tx: Tx, found: FoundActivity, attendees: readonly Settled[], world: World) =>
  listReportedThere(
    tx,
    found,
    attendees.filter((one) => one.status === "absent").map((one) => one.personId),
    kindOf(isSitting(found.kind) ? "congress_session" : found.kind, world),
  );
