import type { Tx } from "#db/client.ts";
import { claimOwnNotices, markObjected, type StandingNotice } from "#db/queries/absence-objections.ts";
import { findActivity, listOpenFor } from "#db/queries/activities.ts";
import { findNamesake } from "#db/queries/namesakes.ts";
import { listStaffOver } from "#db/queries/staff-over.ts";
import { listToldAt } from "#db/queries/told-at.ts";
import type { Vault } from "#db/vault.ts";
import { daysBefore } from "#src/domain/ago.ts";
import type { Day } from "#src/domain/day.ts";
import { localDay } from "#src/domain/local-time.ts";
import type { LeaveReason } from "#src/domain/leave-reason.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type {
  AbsenceOutcome,
  AbsenceRefusal,
  AbsenceRequest,
  ToldAbsence,
} from "#src/domain/requests/absence.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { Grant } from "../gate.ts";
import type { Told } from "../told.ts";
import { TOLD, toldKey } from "./told-key.ts";
import { objectionEnd } from "./objection-end.ts";
import { sightOf } from "../sight-of.ts";

type Object = Extract<AbsenceRequest, { do: "absence.object" }>;
/** One absence, with all the notices that stand about it. */
type Absence = ToldAbsence & {
  readonly ids: readonly number[];
  readonly before: Pick<StandingNotice, "objection" | "decidedAt"> | undefined;
};

/**
 * A deputy objects to one absence that he or she was told of, within the time that the policy gives: the one whose
 * number or day the words name, or the only one. Where several stand and none is named, which one is asked; an
 * objection never goes to another. The office is told.
 */
export async function objectAbsence(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  request: Object,
  world: World,
): Promise<Told<AbsenceOutcome> | AbsenceOutcome | SureOutcome | AbsenceRefusal> {
  const told = await listTold(tx, grant.personId, world);
  if (told.length === 0) return "objection-nothing";
  const text = withoutPersonalData(request.text);
  const meant = findMeant(told, request);
  if (request.unsure === true && text !== "" && meant?.state !== "over")
    return askObjecting(tx, grant.personId, { ...request, text }, { told, meant }, world);
  if (meant === undefined || text === "")
    return {
      of: "absence.which-objected",
      text,
      unknown: null,
      ...unknownIn(told, request),
      absences: told.map(({ activity, state, until }) => ({ activity, state, until })),
    };
  if (meant.state === "over")
    return { of: "absence.objection-late", activity: meant.activity, until: meant.until };
  return object(tx, vault, grant, { absence: meant, text }, world);
}

async function object(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  { absence: { ids, activity, before }, text }: { readonly absence: Absence; readonly text: string },
  world: World,
): Promise<Told<AbsenceOutcome> | AbsenceRefusal> {
  const found = await findActivity(tx, activity.number);
  const who = await findNamesake(tx, grant.personId, world.today);
  if (found === undefined || who === undefined) return "objection-nothing";
  // What was said before still counts, also after a decision: the office reads it in the order in which it was said.
  const earlier = before?.objection ? vault.open(before.objection) : "";
  const words = earlier === "" ? text : `${earlier}\n${text}`;
  const nth = await markObjected(tx, ids, vault.seal(words), world.now);
  const office = await listStaffOver(tx, found.orgId, ["office"], world.today);
  const decided = before?.decidedAt ?? null;
  const word = {
    kind: "attendance.objection",
    activity,
    who,
    text,
    ...(earlier === "" ? {} : { earlier }),
    ...(decided === null ? {} : { decidedOn: localDay(decided, world.zone) }),
  } as const;
  const key = `objection:${ids.join("-")}:${nth}`;
  const readers = office.filter((to) => to !== grant.actorId);
  return { outcome: { of: "absence.objected", activity }, news: readers.map((to) => ({ to, key, word })) };
}

// Words that may be an objection are shown back before they are one.
async function askObjecting(
  tx: Tx,
  personId: number,
  { text, away, ahead, ...request }: Object,
  { told, meant }: { readonly told: readonly Absence[]; readonly meant: Absence | undefined },
  world: World,
): Promise<SureOutcome | AbsenceOutcome> {
  const open = meant === undefined ? told.filter(({ state }) => state !== "over") : [meant];
  const [only, ...others] = open;
  const last = told.at(-1);
  if (only === undefined && last !== undefined)
    return { of: "absence.objection-late", activity: last.activity, until: last.until };
  const late = await listLateLeave(tx, personId, away, world);
  const absences = open.map(({ activity, state, until }) => ({
    activity,
    state,
    until,
    belated: late.has(activity.number),
  }));
  const words = { text, ...(away && { away }), ...(ahead && { ahead }) };
  const unknown = unknownIn(told, request);
  const isOne = others.length === 0 && Object.keys(unknown).length === 0;
  const which = isOne && only !== undefined ? { activity: only.activity.number } : { unsure: true as const };
  return {
    of: "sure",
    card: `oo-${personId}${isOne ? `-${only?.activity.number ?? ""}` : ""}~${sightOf(text, absences)}`,
    request: { do: "absence.object", ...(isOne ? { text } : words), ...which },
    question: { kind: "sure.objecting", ...words, ...unknown, absences },
  };
}

// Where the policy takes leave afterwards, it may be asked for what is not too long ago.
async function listLateLeave(
  tx: Tx,
  personId: number,
  away: LeaveReason | undefined,
  { now, policy: { leave } }: World,
): Promise<ReadonlySet<string>> {
  if (away === undefined || leave.late_request === "refused") return new Set();
  const open = await listOpenFor(tx, personId, daysBefore(now, leave.late_days), true);
  return new Set(open.filter((one) => one.startsAt <= now).map((one) => one.number));
}

// What was named, and is no absence that was told of.
function unknownIn(
  told: readonly Absence[],
  { activity, on = [] }: Omit<Object, "text">,
): { readonly unknown?: string; readonly unknownOn?: Day } {
  if (activity !== undefined)
    return told.some((one) => one.activity.number === activity) ? {} : { unknown: activity };
  const [day] = on;
  return day === undefined || onDays(told, { on }).length > 0 ? {} : { unknownOn: day };
}

// A day or a number of no absence that was told of is never taken for another one.
function findMeant(told: readonly Absence[], request: Object): Absence | undefined {
  const { activity, on = [] } = request;
  if (activity !== undefined) return told.find((one) => one.activity.number === activity);
  const [only, ...others] = on.length === 0 ? told : onDays(told, request);
  return others.length === 0 ? only : undefined;
}

const onDays = (told: readonly Absence[], { on = [] }: Pick<Object, "on">): readonly Absence[] =>
  told.filter((one) => on.includes(one.activity.on));

// The time runs from when the deputy was told, and not at all for whom no message reached. Whose message is erased long
// since was told when the notice was raised.
/** The absences that a deputy was told of and that stand, with the last day for an objection to each. */
export async function listTold(tx: Tx, personId: number, world: World): Promise<Absence[]> {
  const notices = await claimOwnNotices(tx, personId);
  const keys = notices.map((one) => toldKey(one, personId));
  const told = await listToldAt(tx, keys, TOLD);
  const ends = notices.map((one, index) => {
    const at = one.toldAt ?? told.get(keys[index] ?? "");
    return { ...one, until: at === null ? null : objectionEnd(at ?? one.createdAt, world) };
  });
  return toAbsences(ends, world);
}

function toAbsences(
  notices: readonly (StandingNotice & { readonly until: Day | null })[],
  world: World,
): Absence[] {
  return [...Map.groupBy(notices, (one) => one.number).values()].flatMap((about): Absence[] => {
    const [first] = about;
    if (first === undefined) return [];
    const until = latest(about.map((one) => one.until));
    const isOver = until !== null && world.today > until;
    const waits = about.some((one) => one.waits);
    const state = waits ? "waits" : isOver ? "over" : "open";
    const ids = about.map((one) => one.id);
    const before = about.findLast((one) => one.objection !== null);
    return [{ ids, before, activity: toActivityView(first, world), state, until }];
  });
}

// Where the time of one does not run, there is no last day.
const latest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((last, day) => (last === null || day === null ? null : day > last ? day : last));
