import type { AttendanceLine } from "#src/domain/figures/attendance-view.ts";
import type { AttendancePolicy } from "#src/domain/attendance/attendance-policy.ts";
import { countsAs } from "#src/domain/attendance/counts-as.ts";
import { rulesInForce } from "#src/domain/attendance/rules-in-force.ts";
import type { Day } from "#src/domain/day.ts";
import type { Subject } from "#src/domain/figures/subject.ts";
import type { FigureOutcome } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import { type CountedActivity, tallyOf } from "./counted-attendance.ts";
import { pagesOf, span, toPage } from "./frame.ts";

/**
 * Each activity of a stretch with what it was counted as, absences first, then the latest, and the rules by which. What
 * lies ahead is counted as nothing yet: how much there is of it is said once. What is `earlier` counts by a rule still,
 * and for nothing in the rate of the stretch.
 */
export function explainAttendance(
  counted: readonly CountedActivity[],
  wanted: number,
  { policy, today }: World,
  {
    subject,
    earlier = [],
  }: { readonly subject?: Subject; readonly earlier?: readonly CountedActivity[] } = {},
): FigureOutcome {
  const all = [...earlier, ...counted];
  const over = all.filter(({ outcome }) => outcome !== "later");
  const page = Math.min(wanted, pagesOf(over.length));
  const latest = over
    .map((one) => toExplained(one, subject !== undefined))
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  const rows = [...latest.filter(isAbsence), ...latest.filter((one) => !isAbsence(one))];
  const { limit, offset } = span(page);
  const absence = rows.find(isAbsence) ?? null;
  const missed = all.find(({ activity }) => activity.number === absence?.number);
  const rules = missed === undefined ? [] : rulesOn(missed, stretchOf(latest, today), policy.attendance);
  const view = {
    kind: "figures.attendance-lines",
    ...(subject === undefined ? {} : { subject }),
    lines: toPage(rows.slice(offset, offset + limit), page, rows.length),
    absence,
    ahead: all.length - over.length,
    attendance: tallyOf(counted),
    share: policy.attendance.minimum_share ?? null,
    rules: rules.map(({ rule: { cite }, as }) => ({ cite, as })),
    sessionShare: policy.attendance.session_share ?? null,
    today,
  } as const;
  return { of: "figures.shown", view };
}

/** True for an absence of which its deputy is warned by itself, and may object to: a rule of the day counts it alone. */
export const isWarnedOf = (missed: CountedActivity, { policy }: World): boolean => {
  const { date } = missed.activity;
  return rulesOn(missed, { from: date, to: date }, policy.attendance).some(({ as }) => as === "itself");
};

type Stretch = { readonly from: Day; readonly to: Day };

// The rules of the congresses that the deputy sat in, and how they count it.
const rulesOn = ({ activity, levels }: CountedActivity, stretch: Stretch, attendance: AttendancePolicy) =>
  rulesInForce(attendance, stretch).flatMap((rule) => {
    const as = countsAs(rule, activity.kind);
    return as === null || !levels.some((one) => rule.levels.includes(one)) ? [] : [{ rule, as }];
  });

const isAbsence = ({ outcome }: AttendanceLine): boolean => outcome === "absence";

// The days of what is explained; today where nothing is.
const stretchOf = (rows: readonly AttendanceLine[], today: Day): Stretch => ({
  from: rows.at(-1)?.date ?? today,
  to: rows[0]?.date ?? today,
});

const toExplained = (
  { name, activity, outcome, bySittings }: CountedActivity,
  named: boolean,
): AttendanceLine => {
  const { number, title, date, status, minutes } = activity;
  return {
    ...(named ? { name } : {}),
    number,
    title,
    date,
    status,
    minutes: minutes ?? null,
    outcome,
    bySittings,
  };
};
