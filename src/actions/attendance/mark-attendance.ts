import type { Tx } from "#db/client.ts";
import { type FoundActivity, claimActivity } from "#db/queries/activities.ts";
import { type Attendee, listAttendees, markAttendance, markLength } from "#db/queries/attendance.ts";
import { insertAudit } from "#db/queries/audit.ts";
import type { AttendanceStatus } from "#src/domain/activity.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type {
  AttendanceOutcome,
  AttendanceRefusal,
  AttendanceRequest,
  NamedMark,
  Register,
  Tally,
} from "#src/domain/requests/attendance.ts";
import type { ActivityRefusal } from "#src/domain/requests/activity.ts";
import type { RegisterShown } from "#src/domain/register-shown.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { Told } from "../told.ts";
import type { Grant } from "../gate.ts";
import { sightOf } from "../sight-of.ts";
import { elsewhereOf } from "./elsewhere-of.ts";
import { grantByRegister, type LeaveInRegister, readLeaveInRegister } from "./leave-in-register.ts";
import { findWrongMinutes, findTimes, withMinutes } from "./times-present.ts";

type Refused = AttendanceRefusal | ActivityRefusal;
type Read = LeaveInRegister & { readonly found: FoundActivity; readonly seen: string } & Pick<
    RegisterShown,
    "elsewhere"
  >;

/** Reads a register back: who would be marked as what. Nothing is written before the yes. */
export async function previewAttendance(
  tx: Tx,
  grant: Grant,
  request: Extract<AttendanceRequest, { do: "attendance.preview" }>,
  world: World,
): Promise<SureOutcome | AttendanceOutcome | Refused> {
  const said = asSaid(request);
  const read = await readRegister(tx, grant, said, world);
  return typeof read === "string" || !("found" in read) ? read : askFirst(said, read, false, world);
}

/**
 * Writes a register down as it was read back; where it would come out otherwise by now, it is read back again. Said
 * again it changes nothing.
 */
export async function writeAttendance(
  tx: Tx,
  grant: Grant,
  said: Extract<AttendanceRequest, { do: "attendance.mark" }>,
  world: World,
): Promise<Told<AttendanceOutcome> | SureOutcome | AttendanceOutcome | Refused> {
  const read = await readRegister(tx, grant, said, world);
  if (typeof read === "string" || !("found" in read)) return read;
  if (said.seen !== undefined && said.seen !== read.seen) return askFirst(said, read, true, world);
  const { found, attendees, granting } = read;
  const actorId = grant.personId;
  if (said.held !== undefined) await markLength(tx, found.id, said.held);
  await markAttendance(tx, found.id, attendees, { actorId, now: world.now, corrected: false });
  const line = { at: world.now, actorId, action: "attendance.mark", subject: "activity" };
  await insertAudit(tx, [{ ...line, subjectId: found.id }]);
  const news = await grantByRegister(tx, grant, found, granting, world);
  const activity = toActivityView(found, world);
  return { outcome: { of: "attendance.marked", activity, tally: toTally(attendees) }, news };
}

/** The register alone, of whatever carries one. */
const asSaid = ({ activity, marks, rest, held, checkedIn }: Register): Register => ({
  activity,
  marks,
  rest,
  ...(held === undefined ? {} : { held }),
  ...(checkedIn === undefined ? {} : { checkedIn }),
});

const askFirst = (
  said: Register,
  { found, attendees, granting, waiting, seen, elsewhere }: Read,
  moved: boolean,
  world: World,
): SureOutcome => ({
  of: "sure",
  card: `d-${found.number}~${seen}`,
  request: { do: "attendance.mark", ...asSaid(said), seen },
  question: {
    kind: "sure.register",
    activity: toActivityView(found, world),
    tally: toTally(attendees),
    times: findTimes(attendees, said.held ?? found.minutes, world.policy.attendance),
    granting: granting.map((one) => one.name),
    waiting: waiting.map((one) => one.name),
    unfinished: listUnfinished(attendees),
    ...(elsewhere && { elsewhere }),
    moved,
  },
});

async function readRegister(
  tx: Tx,
  grant: Grant,
  said: Register,
  world: World,
): Promise<Read | AttendanceOutcome | Refused> {
  const found = await claimActivity(tx, said.activity, grant.scope);
  if (found === undefined) return "activity-unknown";
  if (found.state === "final") return "attendance-already-final";
  if (found.state !== "planned") return "activity-called-off";
  if (found.startsAt > world.now)
    return { of: "attendance.not-yet", activity: toActivityView(found, world), wish: "register" };
  if (said.marks.length === 0 && said.rest === null && said.checkedIn !== true)
    return "attendance-nobody-named";
  const before = await listAttendees(tx, found.id);
  const meant = said.marks.map((mark) => before.filter((one) => isMeant(one, mark)));
  const unknown = said.marks.filter((_, index) => meant[index]?.length === 0).map((mark) => mark.name);
  if (unknown.length > 0)
    return { of: "attendance.names-unknown", activity: toActivityView(found, world), names: unknown };
  const people = meant.find((several) => several.length > 1);
  if (people !== undefined)
    return { of: "attendance.namesakes", activity: toActivityView(found, world), people };
  if (before.some((one) => one.personId === grant.actorId)) return "attendance-own";
  const start = toActivityView(found, world).time;
  const marked = markAll(before, said, found, start);
  const wrong = findWrongMinutes(marked, said.held ?? found.minutes);
  if (wrong !== null) return wrong;
  const leave = await readLeaveInRegister(tx, grant, found, marked, world);
  if ("of" in leave) return leave;
  const other = await elsewhereOf(tx, grant, found, leave.attendees, world);
  const seen = sightOf(
    said.held,
    leave.granting.map((one) => one.mandateId),
    leave.attendees.map((one, index) => [one.mandateId, before[index]?.status, one.status, one.minutes]),
  );
  return { ...leave, ...other, found, seen };
}

const markAll = (
  before: readonly Attendee[],
  said: Register,
  found: FoundActivity,
  start: string,
): readonly Attendee[] =>
  before.map((one) => {
    const marked = { ...one, status: statusOf(one, said) };
    const mark = said.marks.find((each) => isMeant(one, each));
    return mark === undefined
      ? marked
      : withMinutes(marked, mark, { start, held: said.held ?? found.minutes });
  });

const isMeant = ({ name, code }: Attendee, mark: NamedMark): boolean =>
  mark.name === name && (mark.code === undefined || mark.code === code);

// Whoever was granted leave is on leave, not absent, unless the register says that he or she came.
function statusOf(attendee: Attendee, { marks, rest, checkedIn }: Register): AttendanceStatus {
  const { status, leave } = attendee;
  const marked = marks.find((one) => isMeant(attendee, one))?.status;
  const proposed = checkedIn === true && attendee.checkedIn && status === "expected";
  if (marked === undefined && proposed) return "present";
  if (marked === "absent" && leave === "approved") return "leave";
  if (marked !== undefined) return marked;
  // Whom nothing is said of, and who has leave, is on leave.
  if (status === "expected" && leave === "approved") return "leave";
  return status === "expected" || rest !== null ? (rest ?? status) : status;
}

/** Who stands as absent, began to ask for leave, and did not say why. */
export const listUnfinished = (attendees: readonly Attendee[]): readonly string[] =>
  attendees.filter((one) => one.status === "absent" && one.leaveBegun).map((one) => one.name);

/** Names by status, as cards and receipts show them; whose mandate rests need not be marked. */
export function toTally(attendees: readonly Attendee[]): Tally {
  const marked = attendees.filter(({ status, rests }) => status !== "expected" || !rests);
  const groups = Map.groupBy(marked, (one) => one.status);
  return Object.fromEntries([...groups].map(([status, people]) => [status, people.map((one) => one.name)]));
}
