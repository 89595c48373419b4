import type { Day } from "../day.ts";
import { type ActivityFact, type ActivityId, byDayThenId } from "./attendance-facts.ts";

/** An activity with the moment it begins, as ISO 8601: sittings of one kind at one moment are one. */
type Timed = ActivityFact & { readonly startsAt: string };

/**
 * Leaves out absences from what stands in the books twice: a congress meets in one session at a time, so what a second
 * one on the same days says of it, or of its sittings at the same moments, the first final register has said already.
 * `activities` are what concerned one deputy in one congress.
 */
export function missedOnce<T extends Timed>(activities: readonly T[]): readonly T[] {
  const known = activities
    .filter((one) => one.final && one.status !== "expected" && isOfCongress(one))
    .toSorted(byDayThenId);
  if (known.length < 2) return activities;
  const days = daysOfSessions(activities);
  const isTwin = (one: T, at: number): boolean => known.slice(0, at).some((each) => isSame(each, one, days));
  const twins = new Set(known.filter((one, at) => one.status === "absent" && isTwin(one, at)));
  return twins.size === 0 ? activities : activities.filter((one) => !twins.has(one));
}

const isOfCongress = (one: ActivityFact): boolean => sessionOf(one) !== undefined;

// The session that is meant by itself or by one of its sittings.
const sessionOf = ({ id, kind, session }: ActivityFact): ActivityId | undefined =>
  kind === "congress_session" ? id : (session ?? undefined);

function isSame(a: Timed, b: Timed, days: ReadonlyMap<ActivityId, ReadonlySet<Day>>): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind !== "congress_session") return +new Date(a.startsAt) === +new Date(b.startsAt);
  return [...(days.get(a.id) ?? [])].some((day) => days.get(b.id)?.has(day));
}

function daysOfSessions(activities: readonly Timed[]): ReadonlyMap<ActivityId, ReadonlySet<Day>> {
  const days = new Map<ActivityId, Set<Day>>();
  for (const one of activities) {
    const of = sessionOf(one);
    if (of !== undefined) days.set(of, (days.get(of) ?? new Set()).add(one.date));
  }
  return days;
}
