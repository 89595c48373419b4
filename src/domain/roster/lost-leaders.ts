import { addDays, type Day } from "../day.ts";
import type { RosterPlan } from "./roster-plan.ts";
import type { KnownRole, Ref, RosterState, SeatFacts } from "./roster-state.ts";

/** A deputies' group that nobody leads from a day on, and who led it; null where that is so at once. */
export type LostLeader = {
  readonly groupId: Ref;
  readonly from: Day | null;
  readonly leaders: readonly Ref[];
};

type Seat = Pick<SeatFacts, "personId" | "groupId" | "to">;
type Parts = { readonly roles: readonly KnownRole[]; readonly seats: readonly Seat[] };

/**
 * Groups that lose their last leader by a roster: somebody leads one for as long as he or she has the role and sits in it.
 * Groups that stood without one before, and those that the roster gives another, are not among them.
 */
export function lostLeaders(plan: RosterPlan, state: RosterState): readonly LostLeader[] {
  const before = ledUntil({ roles: state.roles, seats: state.mandates });
  const after = ledUntil(withPlan(plan, state));
  return [...before].flatMap(([groupId, { end: was, leaders }]) => {
    const end = after.get(groupId)?.end ?? NEVER;
    const from = end === NEVER ? null : addDays(end, 1);
    return was !== NEVER && end < was ? [{ groupId, from, leaders }] : [];
  });
}

// As words days stand in their order: nobody ever led it, and nobody knows an end.
const NEVER = "";
const ALWAYS = "9999-12-31";

function withPlan(plan: RosterPlan, state: RosterState): Parts {
  const changed = new Set(plan.mandates.map(({ id }) => id));
  const gone = new Set(plan.roles.flatMap(({ before }) => (before === null ? [] : [before])));
  return {
    roles: [...state.roles.filter((one) => !gone.has(one)), ...plan.roles.map(({ after }) => after)],
    seats: [
      ...state.mandates.filter(({ id }) => !changed.has(id)),
      ...plan.mandates.map(({ after }) => after),
    ],
  };
}

type Led = { readonly end: string; readonly leaders: readonly Ref[] };

function ledUntil({ roles, seats }: Parts): ReadonlyMap<Ref, Led> {
  const seated = Map.groupBy(seats, ({ personId, groupId }) => `${personId} ${groupId}`);
  const leads = roles.filter(({ role }) => role === "group_leader");
  const ends = leads.map(({ personId, orgId, to }) => {
    const days = (seated.get(`${personId} ${orgId}`) ?? []).map((seat) => seat.to ?? ALWAYS);
    const last = days.toSorted().at(-1) ?? NEVER;
    return { groupId: orgId, personId, end: last < (to ?? ALWAYS) ? last : (to ?? ALWAYS) };
  });
  const groups = [...Map.groupBy(ends, ({ groupId }) => groupId)];
  return new Map(groups.map(([groupId, all]) => [groupId, lastOf(all)]));
}

const lastOf = (all: readonly { readonly personId: Ref; readonly end: string }[]): Led => {
  const end =
    all
      .map((one) => one.end)
      .toSorted()
      .at(-1) ?? NEVER;
  return { end, leaders: all.filter((one) => one.end === end).map(({ personId }) => personId) };
};
