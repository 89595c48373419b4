import type { Tx } from "#db/client.ts";
import { markObjected } from "#db/queries/absence-objections.ts";
import { claimOwnNotices } from "#db/queries/own-notices.ts";
import { findActivity, listOpenFor } from "#db/queries/activities.ts";
import { findNamesake } from "#db/queries/namesakes.ts";
import { listStaffOver } from "#db/queries/staff-over.ts";
import type { Vault } from "#db/vault.ts";
import { daysBefore } from "#src/domain/ago.ts";
import type { Day } from "#src/domain/day.ts";
import { localDay } from "#src/domain/local-time.ts";
import type { LeaveReason } from "#src/domain/leave-reason.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { AbsenceOutcome, AbsenceRefusal, AbsenceRequest } from "#src/domain/requests/absence.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import type { Told } from "../told.ts";
import { listTold, type TellableAbsence } from "./list-told.ts";
import { sightOf } from "../sight-of.ts";

type Object = Extract<AbsenceRequest, { do: "absence.object" }>;

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
  const told = await listTold(tx, await claimOwnNotices(tx, grant.personId), grant.personId, world);
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
  { absence: { ids, activity, before }, text }: { readonly absence: TellableAbsence; readonly text: string },
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
  { told, meant }: { readonly told: readonly TellableAbsence[]; readonly meant: TellableAbsence | undefined },
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
  told: readonly TellableAbsence[],
  { activity, on = [] }: Omit<Object, "text">,
): { readonly unknown?: string; readonly unknownOn?: Day } {
  if (activity !== undefined)
    return told.some((one) => one.activity.number === activity) ? {} : { unknown: activity };
  const [day] = on;
  return day === undefined || onDays(told, { on }).length > 0 ? {} : { unknownOn: day };
}

// A day or a number of no absence that was told of is never taken for another one.
function findMeant(told: readonly TellableAbsence[], request: Object): TellableAbsence | undefined {
  const { activity, on = [] } = request;
  if (activity !== undefined) return told.find((one) => one.activity.number === activity);
  const [only, ...others] = on.length === 0 ? told : onDays(told, request);
  return others.length === 0 ? only : undefined;
}

const onDays = (
  told: readonly TellableAbsence[],
  { on = [] }: Pick<Object, "on">,
): readonly TellableAbsence[] => told.filter((one) => on.includes(one.activity.on));
