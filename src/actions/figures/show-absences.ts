import type { Tx } from "#db/client.ts";
import {
  type AttendedActivity,
  type DeputyAttendance,
  listAttendanceFacts,
} from "#db/queries/attendance-facts.ts";
import { listMandateIds } from "#db/queries/figures/found.ts";
import { countAttendance } from "#db/queries/figures/own.ts";
import { type ActivityOutcome, outcomeOf } from "#src/domain/attendance/activity-outcome.ts";
import { judgeAttendance } from "#src/domain/attendance/judge-attendance.ts";
import { type FigurePeriod, yearAround } from "#src/domain/figures/figure-period.ts";
import type { AbsenceLine, AttendanceLine } from "#src/domain/figures/attendance-view.ts";
import type { FigureOutcome, FigureRefusal, FigureRequest } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { span, resolveFrame, toPage } from "./frame.ts";

/** Who was absent in a stretch without leave, by the policy's rules on what counts, in the order of the roster. */
export async function showAbsences(
  tx: Tx,
  grant: Grant,
  { basis, page }: Extract<FigureRequest, { do: "figures.absences" }>,
  world: World,
): Promise<FigureOutcome | FigureRefusal> {
  const frame = await resolveFrame(tx, grant, basis, world);
  if (typeof frame === "string") return frame;
  const mandates = await listMandateIds(tx, frame.filter.whose);
  const deputies = await listAttendanceFacts(tx, mandates);
  const lines = deputies.flatMap((one) => toLines(one, new Set(mandates), basis, world));
  const { limit, offset } = span(page);
  const shown = toPage(lines.slice(offset, offset + limit), page, lines.length);
  const view = { kind: "figures.absences", subject: frame.subject, lines: shown } as const;
  return { of: "figures.shown", view: { ...view, today: world.today } };
}

/** The speaker's own attendance this year, with each absence and the activity it comes from. */
export async function showOwnAttendance(
  tx: Tx,
  grant: Grant,
  { why }: Extract<FigureRequest, { do: "figures.own-attendance" }>,
  world: World,
): Promise<FigureOutcome | "not-bound"> {
  const { actorId } = grant;
  if (actorId === null) return "not-bound";
  const year = yearAround(world.today);
  const mandates = await listMandateIds(tx, { personId: actorId });
  const deputies = await listAttendanceFacts(tx, mandates);
  if (why !== undefined) return explainAttendance(deputies, year, why.page, world);
  const absences = deputies.flatMap((one) => toLines(one, new Set(mandates), year, world));
  const attendance = await countAttendance(tx, actorId, year);
  const view = { kind: "figures.own-attendance", attendance, absences, today: world.today } as const;
  return { of: "figures.shown", view };
}

/** Each activity of a stretch with what it was counted as, latest first, and the rules by which. */
function explainAttendance(
  deputies: readonly DeputyAttendance[],
  { from, to }: FigurePeriod,
  page: number,
  { policy, today }: World,
): FigureOutcome {
  const { attendance } = policy;
  const rows = deputies
    .flatMap(({ facts }) =>
      facts.activities
        .filter((one) => one.date >= from && one.date <= to)
        .map((one) => toExplained(one, outcomeOf(one, facts, attendance, today))),
    )
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  const { limit, offset } = span(page);
  const view = {
    kind: "figures.attendance-lines",
    lines: toPage(rows.slice(offset, offset + limit), page, rows.length),
    share: attendance.minimum_share ?? null,
    rules: Object.values(attendance.rules).map(({ cite }) => cite),
    today,
  } as const;
  return { of: "figures.shown", view };
}

const toExplained = (
  { number, title, date, status, minutes }: AttendedActivity,
  outcome: ActivityOutcome,
): AttendanceLine => ({ number, title, date, status, minutes: minutes ?? null, outcome });

// All of a deputy's mandates are judged together; shown are those that were asked about, before a transfer or after.
function toLines(
  { name, facts }: DeputyAttendance,
  mandates: ReadonlySet<number>,
  { from, to }: FigurePeriod,
  world: World,
): AbsenceLine[] {
  const absent = new Set(judgeAttendance(facts, world.policy.attendance, world.today).absences);
  return facts.activities
    .filter((one) => absent.has(one.id) && mandates.has(one.mandateId) && one.date >= from && one.date <= to)
    .map(({ number, title, date, minutes }) => ({ name, number, title, date, minutes: minutes ?? null }));
}
