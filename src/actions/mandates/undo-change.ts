import type { Tx } from "#db/client.ts";
import { listReachable } from "#db/queries/accounts.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { voidInvitesOfNobody } from "#db/queries/invites.ts";
import { type HeldMandate, listMandatesById } from "#db/queries/mandates.ts";
import {
  countFiledUnder,
  findStandingChange,
  markUndone,
  type MeantChange,
  type StandingChange,
} from "#db/queries/mandate-undo.ts";
import { claimRoster } from "#db/queries/roster.ts";
import { hoursBefore } from "#src/domain/ago.ts";
import type { News } from "#src/domain/news.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type {
  MandateOutcome,
  MandateRefusal,
  MandateRequest,
  WantedUndo,
} from "#src/domain/requests/mandate.ts";
import type { World } from "#src/domain/rules.ts";
import { judgeAbsences } from "../absences/judge-absences.ts";
import type { Grant } from "../gate.ts";
import { callLate } from "./call-late.ts";
import { undoneNews } from "./change-news.ts";
import { restoreBefore, sortOut } from "./restore-before.ts";
import { toUndoneView } from "./undone-view.ts";

type Asked<K extends MandateRequest["do"]> = Extract<MandateRequest, { do: K }>;

/** A change that may be undone, with the mandates it concerned as they are now. */
type Undoable = { readonly change: StandingChange; readonly mandates: readonly HeldMandate[] };

const meantBy = ({ changeId, name, newTerm }: WantedUndo, { personId }: Grant): MeantChange => {
  if (changeId !== undefined) return { changeId };
  if (newTerm === true) return { newTerm };
  return name === undefined ? { byPerson: personId } : { name };
};

/**
 * Shows a change that was registered, that one or the last about somebody or by the speaker, and asks before it is
 * undone. Where something was registered since, that has to go first, and is named.
 */
export async function previewUndo(
  tx: Tx,
  grant: Grant,
  wanted: Asked<"mandate.undo-preview">,
  world: World,
): Promise<SureOutcome | MandateOutcome | MandateRefusal> {
  const found = await findUndoable(tx, grant, meantBy(wanted, grant), world);
  if (typeof found === "string" || "of" in found) return found;
  return {
    of: "sure",
    // One change has one card, however often it is asked for.
    card: `u-${found.change.id}`,
    request: { do: "mandate.undo", changeId: found.change.id },
    question: {
      kind: "sure.mandate-undo",
      view: toUndoneView(found.change, found.mandates),
    },
  };
}

/**
 * Undoes a change that was registered by mistake, within the time in which anything may be taken back freely (policy:
 * `free_correction_hours`): mandates are again what they were, those that began with it run on no day, and what was
 * filed or registered under them goes back to the seat before. Calls to what is planned and warnings of absences follow.
 * That it was registered, and who undid it, stays on file; the deputy and staff are told.
 */
export async function undoChange(
  tx: Tx,
  grant: Grant,
  { changeId }: Asked<"mandate.undo">,
  world: World,
): Promise<{ outcome: MandateOutcome; news: readonly News[] } | MandateOutcome | MandateRefusal> {
  await claimRoster(tx);
  const found = await findUndoable(tx, grant, { changeId }, world);
  if (typeof found === "string" || "of" in found) return found;
  const { change, mandates } = found;
  const view = toUndoneView(change, mandates);
  const ids = mandates.map((one) => one.id);
  const people = [...new Set(mandates.map((one) => one.personId))];
  await restoreBefore(tx, change, mandates, people, world.now);
  await markUndone(tx, ids, grant.actorId, world.now);
  // Whoever was put on the roster by mistake has no code to come in by.
  await voidInvitesOfNobody(tx, people, world.today, world.now);
  const line = { at: world.now, actorId: grant.actorId, action: "mandate.undo", subject: "mandate" };
  await insertAudit(
    tx,
    ids.map((subjectId) => ({ ...line, subjectId })),
  );
  const called = await callLate(tx, people, world, "undone");
  const judged = await judgeAbsences(tx, ids, world);
  const told = await undoneNews(tx, grant, view, { mandates: ids, people }, world);
  const reachable = await listReachable(tx, people, world.channels);
  const unreached = people.filter((one) => !reachable.has(one)).length;
  return { outcome: { of: "mandate.undone", view, unreached }, news: [...told, ...called, ...judged] };
}

async function findUndoable(
  tx: Tx,
  { scope, actorId }: Grant,
  meant: MeantChange,
  { now, policy }: World,
): Promise<Undoable | Extract<MandateOutcome, { of: "mandate.undo-newer" }> | MandateRefusal> {
  const change = await findStandingChange(tx, scope, meant);
  if (change === undefined) return "mandate-undo-none";
  const mandates = await listMandatesById(tx, [...change.before.keys()]);
  if (mandates.some((one) => one.personId === actorId)) return "mandate-own";
  if (change.at < hoursBefore(now, policy.records.free_correction_hours)) return "mandate-undo-late";
  if (change.newer !== null) return { of: "mandate.undo-newer", newer: change.newer };
  const sorted = sortOut(change, mandates);
  if (sorted === undefined) return "mandate-undo-late";
  // Whoever had no seat before, or one that had ended, has none that later records could go back to.
  const seatless = sorted.begun.filter(
    ({ id }) => change.change === "by_election" || !sorted.returns.some((one) => one.from === id),
  );
  const used = await countFiledUnder(
    tx,
    seatless.map((one) => one.id),
    change.at,
  );
  return used > 0 ? "mandate-undo-used" : { change, mandates };
}
