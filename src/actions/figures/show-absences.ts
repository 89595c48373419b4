import type { Tx } from "#db/client.ts";
import { listAttendanceFacts } from "#db/queries/attendance-facts.ts";
import { listMandateIds } from "#db/queries/figures/found.ts";
import { rulesInForce } from "#src/domain/attendance/rules-in-force.ts";
import { addDays, addMonths } from "#src/domain/day.ts";
import { type FigurePeriod, yearAround } from "#src/domain/figures/figure-period.ts";
import type { FigureOutcome, FigureRefusal, FigureRequest } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import { listOwnNotices } from "#db/queries/own-notices.ts";
import { listTold } from "../absences/list-told.ts";
import type { Grant } from "../gate.ts";
import { showAlwaysThere, showAttendanceCut } from "./attendance-parts.ts";
import { absencesOf, countAttendance, missedOf, tallyOf } from "./counted-attendance.ts";
import { explainAttendance, isWarnedOf } from "./explain-attendance.ts";
import { pagesOf, span, resolveFrame, toPage } from "./frame.ts";
import { ofMeeting, readAttendance } from "./read-attendance.ts";

/** Who was absent in a stretch without leave, by the policy's rules on what counts, in the order of the roster. */
export async function showAbsences(
  tx: Tx,
  grant: Grant,
  { basis, page: wanted, why }: Extract<FigureRequest, { do: "figures.absences" }>,
  world: World,
): Promise<FigureOutcome | FigureRefusal> {
  const frame = await resolveFrame(tx, grant, basis, world);
  if (typeof frame === "string") return frame;
  if (why !== true && basis.each !== undefined)
    return showAttendanceCut(tx, frame, { basis, page: wanted }, world);
  if (why !== true && basis.always !== undefined)
    return showAlwaysThere(tx, frame, { basis, page: wanted }, world);
  const { counted, attendance } = await readAttendance(tx, frame, basis, world);
  if (why === true)
    return explainAttendance(missedOf(counted, basis.least), wanted, world, { subject: frame.subject });
  const lines = absencesOf(counted, basis.least);
  const page = Math.min(wanted, pagesOf(lines.length));
  const { limit, offset } = span(page);
  const shown = toPage(lines.slice(offset, offset + limit), page, lines.length);
  const view = { kind: "figures.absences", subject: frame.subject, basis, lines: shown } as const;
  return {
    of: "figures.shown",
    view: { ...view, attendance, today: world.today },
    absences: basis,
    table: { list: "absences", basis },
  };
}

/**
 * The speaker's own attendance in the period that was asked for, or this year, with each absence and the activity it
 * comes from; without a period also the absences of last year that a rule of the policy counts still.
 */
export async function showOwnAttendance(
  tx: Tx,
  grant: Grant,
  { why, period: asked, meeting }: Extract<FigureRequest, { do: "figures.own-attendance" }>,
  world: World,
): Promise<FigureOutcome | "not-bound"> {
  const { actorId } = grant;
  if (actorId === null) return "not-bound";
  const about = meeting === undefined ? {} : { meeting };
  const period = asked ?? yearAround(world.today);
  const mandates = await listMandateIds(tx, { personId: actorId });
  const deputies = await listAttendanceFacts(tx, mandates);
  const countedIn = (stretch: FigurePeriod) =>
    ofMeeting(countAttendance(deputies, new Set(mandates), stretch, world), about);
  const before = asked === undefined ? stillCounting(period, world) : undefined;
  const earlier =
    before === undefined ? [] : countedIn(before).filter(({ outcome }) => outcome === "absence");
  const counted = countedIn(period);
  if (why !== undefined) return explainAttendance(counted, why.page, world, { earlier });
  const over = (await listTold(tx, await listOwnNotices(tx, actorId), actorId, world)).filter(
    ({ state }) => state === "over",
  );
  const isOver = (number: string): boolean => over.some(({ activity }) => activity.number === number);
  // The time for an objection to the latest is the likeliest to run still.
  const latest = [...missedOf(earlier), ...missedOf(counted)].findLast(
    (one) => isWarnedOf(one, world) && !isOver(one.activity.number),
  );
  const figures = {
    attendance: tallyOf(counted),
    absences: absencesOf(counted),
    earlier: absencesOf(earlier),
    objectTo: latest?.activity.number ?? null,
  };
  const view = {
    kind: "figures.own-attendance",
    ...figures,
    ...about,
    period,
    asked: asked !== undefined,
    today: world.today,
  } as const;
  return { of: "figures.shown", view };
}

// The part of the longest rolling window of the policy that lies before this year.
function stillCounting({ from }: FigurePeriod, { policy, today }: World): FigurePeriod | undefined {
  // A rule that held in the last year only still counts what lies in it.
  const held = rulesInForce(policy.attendance, { from: addMonths(today, -12), to: today });
  const months = held.map(({ window }) => (window.over === "months" ? window.months : 0));
  const start = addDays(addMonths(today, -Math.max(0, ...months)), 1);
  return start < from ? { from: start, to: addDays(from, -1) } : undefined;
}
