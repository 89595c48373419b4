import type { Day } from "../day.ts";
import { windowEndingOn } from "./absence-window.ts";
import { outcomeOf, type ActivityOutcome } from "./activity-outcome.ts";
import { byDayThenId, type ActivityFact, type ActivityId, type AttendanceFacts } from "./attendance-facts.ts";
import type { AbsenceRule, AttendancePolicy } from "./attendance-policy.ts";
import { convertSittings } from "./convert-sittings.ts";

/** What a deputy is told about one absence: `level` is its place in the window, at most the strike's. */
export type AbsenceNotice = { readonly rule: string; readonly level: number; readonly activity: ActivityId };
/** A ground for staff to look into, never a verdict: every absence of the rule in the window that ends at the last. */
export type Strike = { readonly rule: string; readonly activities: readonly ActivityId[] };

/** What follows from a deputy's attendance, each list by day, then by id. */
export type Judgement = {
  readonly absences: readonly ActivityId[];
  readonly notices: readonly AbsenceNotice[];
  readonly strikes: readonly Strike[];
};

type Outcomes = ReadonlyMap<ActivityFact, ActivityOutcome>;
/** A notice with the activity it hangs on, so that the notices of several rules can be put in order. */
type Finding = { readonly at: ActivityFact; readonly notice: AbsenceNotice; readonly strike: Strike | null };

const COUNTED_OUTCOME = { absence: "absence", leave: "on-leave" } as const satisfies Record<
  AbsenceRule["counts"],
  ActivityOutcome
>;

const isOfItsTime = ({ since, until }: AbsenceRule, date: Day): boolean =>
  (since === undefined || date >= since) && (until === undefined || date <= until);

function listGrounds(rule: AbsenceRule, outcomes: Outcomes): readonly ActivityFact[] {
  const wanted = COUNTED_OUTCOME[rule.counts];
  const counted = [...outcomes.keys()].filter(
    (activity) => outcomes.get(activity) === wanted && isOfItsTime(rule, activity.date),
  );
  const direct = counted.filter((activity) => rule.kinds.includes(activity.kind));
  return rule.converts.length === 0
    ? direct
    : [...direct, ...convertSittings(rule, counted, direct)].sort(byDayThenId);
}

function findUnderRule(
  name: string,
  rule: AbsenceRule,
  facts: AttendanceFacts,
  outcomes: Outcomes,
): readonly Finding[] {
  const grounds = listGrounds(rule, outcomes);
  return grounds.flatMap((at, index) => {
    const inWindow = windowEndingOn(at.date, rule.window, facts.mandates);
    const window = grounds.slice(0, index + 1).filter((ground) => inWindow(ground.date));
    if (window.length < rule.notice_from) return [];
    const isStrike = window.length >= rule.strike_at;
    const notice = { rule: name, level: Math.min(window.length, rule.strike_at), activity: at.id };
    return [{ at, notice, strike: isStrike ? { rule: name, activities: window.map(({ id }) => id) } : null }];
  });
}

/**
 * Absences, notices and strikes of one deputy as they stand on `asOf`. Facts in any order give the same result;
 * a correction is judged by judging the corrected facts again. Source: the rules of the policy, each with its citation.
 */
export function judgeAttendance(facts: AttendanceFacts, policy: AttendancePolicy, asOf: Day): Judgement {
  const outcomes = new Map(
    [...facts.activities]
      .sort(byDayThenId)
      .map((activity) => [activity, outcomeOf(activity, facts, policy, asOf)] as const),
  );
  const absences = [...outcomes].filter(([, outcome]) => outcome === "absence").map(([{ id }]) => id);
  const findings = Object.entries(policy.rules)
    .flatMap(([name, rule]) => findUnderRule(name, rule, facts, outcomes))
    .sort((a, b) => byDayThenId(a.at, b.at));
  return {
    absences,
    notices: findings.map(({ notice }) => notice),
    strikes: findings.flatMap(({ strike }) => (strike === null ? [] : [strike])),
  };
}
