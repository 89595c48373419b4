import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { hasOwnPendingLeave } from "#db/queries/leave-decisions.ts";
import {
  claimWaitingLeaves,
  forgetLeaveAnswers,
  markLeaves,
  type WaitingLeave,
} from "#db/queries/waiting-leaves.ts";
import type { News } from "#src/domain/news.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ActivityOutcome, ActivityRefusal } from "#src/domain/requests/activity.ts";
import type { LeavesDecision, LeavesQuestion } from "#src/domain/requests/leaves-decision.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { sightOf } from "../sight-of.ts";
import type { Told } from "../told.ts";
import { tellSettled } from "./tell-settled.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { findSettled } from "./decide-leave.ts";
import { decisionRights } from "./decision-rights.ts";

/** How many wishes one card shows, and one yes decides on. */
const AT_ONCE = 8;

/**
 * Grants or refuses several wishes for leave alike: listed first, and after the yes those that still are as shown. Who is
 * meant by a name that several have, and leave from what is final already, is decided on by itself.
 */
export async function decideLeaves(
  tx: Tx,
  grant: Grant,
  said: LeavesDecision,
  world: World,
): Promise<Told<ActivityOutcome> | ActivityOutcome | SureOutcome | ActivityRefusal> {
  const request = { ...said, note: withoutPersonalData(said.note) };
  if (!request.approve && request.note === "") return "leave-no-reason";
  return request.seen === undefined
    ? listThem(tx, grant, request, world)
    : decideThem(tx, grant, { ...request, seen: request.seen }, world);
}

const sightOfLeave = (one: WaitingLeave, world: World): string =>
  sightOf(one.id, one.reason, toActivityView(one, world));

async function listThem(
  tx: Tx,
  { personId }: Grant,
  request: LeavesDecision,
  world: World,
): Promise<ActivityOutcome | SureOutcome | ActivityRefusal> {
  const { names, activity, days, approve, note } = request;
  const all = await claimWaitingLeaves(tx, { names, activity }, decisionRights(personId, world));
  const waiting =
    days === undefined ? all : all.filter((one) => days.includes(toActivityView(one, world).on));
  const sorted = sortOut(waiting, names);
  const shown = sorted.ready.slice(0, AT_ONCE);
  if (shown.length === 0 && sorted.unclear.length + sorted.settled.length === 0) {
    const said = names === "everybody" ? [] : names;
    if (await hasOwnPendingLeave(tx, said, personId)) return "leave-own";
    const [name] = said;
    return name === undefined
      ? "leave-none"
      : findSettled(tx, { name, ...(activity && { activity }) }, decisionRights(personId, world), world);
  }
  if (shown.length === 0) return "leave-one-by-one";
  const seen = shown.map((one) => ({ leave: one.id, sight: sightOfLeave(one, world) }));
  const question: LeavesQuestion = {
    kind: "sure.leaves",
    leaves: shown.map(({ name, code, group, reason, late, ...at }) => ({
      name,
      code,
      group,
      reason,
      late,
      activity: toActivityView(at, world),
    })),
    approve,
    note,
    left: sorted.ready.length - shown.length,
    without: sorted.without,
    unclear: sorted.unclear,
    settled: sorted.settled,
  };
  return {
    of: "sure",
    card: `ls~${sightOf(seen, approve, note)}`,
    request: { ...request, seen },
    question,
  };
}

function sortOut(waiting: readonly WaitingLeave[], names: LeavesDecision["names"]) {
  const people = Map.groupBy(waiting, ({ name }) => name);
  const said = names === "everybody" ? [] : names;
  const isUnclear = (name: string): boolean =>
    said.includes(name) && new Set(people.get(name)?.map(({ personId }) => personId)).size > 1;
  return {
    ready: waiting.filter(({ name, settled }) => !settled && !isUnclear(name)),
    without: said.filter((name) => !people.has(name)),
    unclear: said.filter(isUnclear),
    settled: [...new Set(waiting.filter(({ settled }) => settled).map(({ name }) => name))],
  };
}

async function decideThem(
  tx: Tx,
  grant: Grant,
  { approve: approved, note, seen }: LeavesDecision & Required<Pick<LeavesDecision, "seen">>,
  world: World,
): Promise<Told<ActivityOutcome>> {
  const actorId = grant.personId;
  const ids = seen.map(({ leave }) => leave);
  const which = { names: "everybody", activity: undefined, ids } as const;
  const sights = new Map(seen.map(({ leave, sight }) => [leave, sight]));
  const still = (await claimWaitingLeaves(tx, which, decisionRights(actorId, world))).filter(
    (one) => !one.settled && sights.get(one.id) === sightOfLeave(one, world),
  );
  const decided = still.map(({ id }) => id);
  const nths = await markLeaves(tx, decided, { approved, actorId, note, now: world.now });
  const action = approved ? "leave.approve" : "leave.refuse";
  await insertAudit(
    tx,
    decided.map((subjectId) => ({ at: world.now, actorId, action, subject: "leave", subjectId })),
  );
  // Whoever asked and was refused has not answered yet: reminders and 催 ask again.
  if (!approved) await forgetLeaveAnswers(tx, decided);
  const done = still.map((one) => ({ ...one, activity: toActivityView(one, world) }));
  const by = { approved, by: grant.actorName, note };
  const settled = done.map(({ id, name, activity }) => ({ id, nth: nths.get(id) ?? 0, name, activity }));
  return {
    outcome: {
      of: "activity.leaves-decided",
      approved,
      done: done.map(({ name, activity }) => ({ name, activity })),
      changed: ids.length - done.length,
    },
    news: [
      ...done.map(({ id, personId, activity, startsAt }): News => ({
        to: personId,
        key: `leave-decided:${id}:${nths.get(id) ?? 0}`,
        word: {
          kind: "activity.leave-decided",
          activity,
          ...by,
          ...(startsAt <= world.now ? { begun: true as const } : {}),
        },
      })),
      ...(await tellSettled(tx, grant, settled, approved, world)),
    ],
  };
}
