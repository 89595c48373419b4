import type { Day } from "../day.ts";
import type { OrgKind } from "../org.ts";
import type { KnownMandate, KnownPerson, KnownRole, Ref, SeatFacts } from "./roster-state.ts";

/** An organisation that the roster adds; its own `Ref` is its place in the plan. */
export type PlannedOrg = {
  readonly name: string;
  readonly kind: OrgKind;
  readonly parentId: Ref | null;
  readonly code: string | null;
};

/** A person as he or she stands on file and as the roster says. */
export type PersonChange = { readonly before: KnownPerson; readonly after: KnownPerson };

/** What a mandate becomes: `before` is null for a new one. */
export type PlannedMandate = {
  readonly id: Ref;
  readonly before: KnownMandate | null;
  readonly after: SeatFacts;
  /** The row of the file it comes from; null for one that only a new term ends. */
  readonly row: number | null;
  /** How it begins, for a new one. */
  readonly begins: "by_election" | "transfer" | "new_term" | null;
};

/** A stretch in which a mandate rests, new, with another end than on file, or there no more. */
export type PlannedRest = {
  readonly mandateId: Ref;
  readonly from: Day;
  readonly to: Day | null;
  readonly change: "new" | "changed" | "gone";
  /** It follows from that of the seat before, and no row says it. */
  readonly isAlong: boolean;
};

/** A role of staff that the roster adds, or whose days it changes; `before` is null for a new one. */
export type PlannedRole = { readonly before: KnownRole | null; readonly after: KnownRole };

/** All that a roster would change, in the order in which it can be done. */
export type RosterPlan = {
  readonly orgs: readonly PlannedOrg[];
  readonly newPeople: readonly KnownPerson[];
  readonly people: readonly PersonChange[];
  readonly mandates: readonly PlannedMandate[];
  readonly rests: readonly PlannedRest[];
  readonly roles: readonly PlannedRole[];
};

/** How many things a plan would do; 0 where everything is on file already. */
export const planSize = (plan: RosterPlan): number =>
  Object.values(plan).reduce((sum: number, list: readonly unknown[]) => sum + list.length, 0);
