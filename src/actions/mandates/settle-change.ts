import type { Tx } from "#db/client.ts";
import { listLedGroups } from "#db/queries/led-groups.ts";
import {
  countFiledSince,
  type HeldMandate,
  listMandatesBegun,
  listMandatesOf,
} from "#db/queries/mandates.ts";
import { spanHolds } from "#src/domain/attendance/attendance-facts.ts";
import type {
  AskedChange,
  MandateOutcome,
  MandatePlan,
  MandateRefusal,
  MandateView,
} from "#src/domain/requests/mandate.ts";
import type { Grant } from "../gate.ts";
import { findSeat, type SeatPlace } from "./find-seat.ts";
import { findTarget, restOn, seatsBefore, toSeatView } from "./find-target.ts";
import { seatsAfter } from "./seats-after.ts";
import { settleByElection } from "./settle-by-election.ts";
import { settleNewTerm } from "./settle-new-term.ts";

/** A change as it would be made: what is shown, and the rows that it is made to. */
export type Settled = {
  readonly plan: MandatePlan;
  readonly view: MandateView;
  /** Mandates that end, rest or go on. */
  readonly old: readonly HeldMandate[];
  /** Of these, those that go on in a new term. */
  readonly again: readonly HeldMandate[];
  /** Where somebody sits from then on. */
  readonly seat: SeatPlace | null;
};

/** What the words leave open. */
export type Unsettled =
  | Extract<MandateOutcome, { of: "mandate.unknown-names" }>
  | { readonly candidates: Extract<MandateOutcome, { of: "mandate.which" }>["candidates"] }
  | { readonly orgs: Extract<MandateOutcome, { of: "mandate.which-org" }>["orgs"] };

/** What looking at a change came to: ready to be made, a question back, or a refusal. */
export type Settling = Settled | Unsettled | MandateRefusal;

/**
 * Works out what a change means: who, from where to where, and what follows. Looks only. Nobody's own mandate is
 * settled by himself or herself. `zone` is the district's.
 */
export async function settleChange(tx: Tx, grant: Grant, plan: MandatePlan, zone: string): Promise<Settling> {
  if (plan.change === "by_election") return settleByElection(tx, grant, plan, zone);
  if (plan.change === "new_term") return settleNewTerm(tx, grant, plan, zone);
  return settleOne(tx, grant, plan, zone);
}

async function settleOne(tx: Tx, grant: Grant, plan: MandatePlan, zone: string): Promise<Settling> {
  const target = await findTarget(tx, grant.scope, plan);
  if (typeof target === "string" || "candidates" in target) return target;
  const { one } = target;
  if (one.personId === grant.actorId) return "mandate-own";
  if (plan.to !== undefined && plan.to < plan.on) return "mandate-day";
  const begun = GOES_ON.has(plan.change)
    ? await listMandatesBegun(tx, [one.personId], one.level, plan.on)
    : [];
  const along = seatsAlong(plan, one, begun);
  const rests = [one, ...along].flatMap((held) => held.suspensions);
  if (plan.change === "suspend" && rests.some((rest) => overlaps(rest, plan))) return "mandate-rests-already";
  const seat = plan.change === "transfer" ? await findNewSeat(tx, grant, one, plan) : null;
  if (typeof seat === "string" || (seat !== null && "orgs" in seat)) return seat;
  const ids = [one, ...along].map((held) => held.id);
  const later = await countFiledSince(tx, ids, plan.on, zone);
  const settled = { ...plan, mandateId: one.id };
  // Whoever leaves takes up no seat that was registered for later: a new term, or a transfer.
  const ends = ENDS.has(plan.change) ? begun : [];
  const led = LEAVES.has(plan.change) ? await listLedGroups(tx, ids, plan.on) : [];
  // Whoever acts again with the first day of a seat rests until the last of the one before, and no longer.
  const before =
    plan.change === "resume" && plan.on === one.from
      ? seatsBefore(one, await listMandatesOf(tx, one.personId))
      : [];
  const view = {
    ...toView(settled, one, seat, later),
    ...(led.length > 0 && { leads: led }),
    ...(ends.length > 0 && { alsoEnds: ends.map(toNext) }),
    ...(along.length > 0 && { along: along.map(toAlong) }),
  };
  return { plan: settled, old: [one, ...ends, ...along, ...before], again: [], seat, view };
}

const ENDS: ReadonlySet<AskedChange> = new Set(["resign", "terminate"]);

/** Changes that concern the seats registered for later, too. */
const GOES_ON: ReadonlySet<AskedChange> = new Set(["suspend", "resume", ...ENDS]);

/** Changes after which nobody leads the group in which he or she sat. */
const LEAVES: ReadonlySet<AskedChange> = new Set(["suspend", "resign", "terminate", "transfer"]);

const toNext = ({ term, from }: HeldMandate) => ({ term, from });

const toAlong = (held: HeldMandate) => ({ seat: toSeatView(held), from: held.from });

const overlaps = (rest: { readonly from: string; readonly to: string | null }, { on, to }: MandatePlan) =>
  spanHolds(rest, on) || (rest.from >= on && (to === undefined || rest.from <= to));

// A suspension is the deputy's and not the seat's: it goes on where a transfer was registered for later, and so it ends.
function seatsAlong(plan: MandatePlan, one: HeldMandate, begun: readonly HeldMandate[]) {
  if (plan.change !== "suspend" && plan.change !== "resume") return [];
  const last = plan.change === "suspend" ? (plan.to ?? null) : (restOn(one, plan.on)?.to ?? null);
  return seatsAfter(one, begun).filter(({ from }) => last === null || last >= from);
}

async function findNewSeat(tx: Tx, grant: Grant, one: HeldMandate, plan: MandatePlan) {
  const seat = await findSeat(tx, grant.scope, plan.orgs.slice(-1), plan.orgId);
  if (typeof seat === "string" || "orgs" in seat) return seat;
  if (seat.groupId === one.groupId && seat.townshipId === one.townshipId) return "mandate-same-seat" as const;
  // A township's deputies are that township's own (Election Law art. 57: who moves away is one no longer).
  const leaves = one.level === "township" && seat.townshipId !== one.townshipId;
  return leaves ? ("mandate-other-township" as const) : seat;
}

const NO_REASON: ReadonlySet<AskedChange> = new Set(["transfer", "resume"]);

function toView(plan: MandatePlan, one: HeldMandate, seat: SeatPlace | null, later: number): MandateView {
  const { change, on } = plan;
  const target = seat === null ? null : { ...toSeatView(one), ...seat };
  return {
    change,
    name: one.name,
    code: one.code,
    on,
    to: plan.to ?? null,
    seat: toSeatView(one),
    target,
    reason: NO_REASON.has(change) ? null : (plan.reason ?? null),
    later,
    isNew: false,
    leaving: 0,
    again: [],
  };
}
