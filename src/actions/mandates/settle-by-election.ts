import type { Tx } from "#db/client.ts";
import {
  countFiledSince,
  findNumbered,
  type HeldMandate,
  listMandatesOf,
  listMandatesRunning,
  listPeopleInScope,
} from "#db/queries/mandates.ts";
import { bareTerm } from "#src/domain/bare-term.ts";
import type { Day } from "#src/domain/day.ts";
import type { Level, MandateCandidate, MandatePlan, MandateRefusal } from "#src/domain/requests/mandate.ts";
import type { Grant } from "../gate.ts";
import { findSeat, type SeatPlace } from "./find-seat.ts";
import type { Settled, Settling } from "./settle-change.ts";

/**
 * Works out a by-election (Election Law art. 57): who was elected, into which term, and where he or she sits. Where the
 * end of an earlier mandate was registered late, what was filed under it since goes along. `zone` is the district's.
 */
export async function settleByElection(
  tx: Tx,
  grant: Grant,
  plan: MandatePlan,
  zone: string,
): Promise<Settling> {
  const who = await findElected(tx, grant, plan);
  if (typeof who === "string" || "candidates" in who) return who;
  // Nobody puts himself on the roster, under whatever number: of his own name somebody else registers it.
  if (who.personId === grant.actorId || plan.names[0] === grant.actorName) return "mandate-own";
  const seat = await findSeat(tx, grant.scope, plan.orgs, plan.orgId);
  if (typeof seat === "string" || "orgs" in seat) return seat;
  const level = plan.level ?? "district";
  const running = await listMandatesRunning(tx, grant.scope, level, plan.on);
  const term = termOf(running, level, seat, plan.term);
  if (term === undefined) return "mandate-no-term";
  const held = who.personId === null ? [] : await listMandatesOf(tx, who.personId);
  if (held.some((one) => one.level === level && (one.to === null || one.to >= plan.on)))
    return "mandate-in-office";
  const [last] = held.filter((one) => one.level === level && lastDay(one) < plan.on).sort(byLastDay);
  const later = last === undefined ? 0 : await countFiledSince(tx, [last.id], plan.on, zone);
  const old = last !== undefined && later > 0 ? [last] : [];
  return toSettled(plan, { ...who, level, term, seat, later, old });
}

const lastDay = ({ to, from }: HeldMandate): Day => to ?? from;
const byLastDay = (a: HeldMandate, b: HeldMandate): number => (lastDay(a) < lastDay(b) ? 1 : -1);

type Elected = { readonly personId: number | null; readonly code: string | null };

async function findElected(
  tx: Tx,
  grant: Grant,
  { names: [name = ""], code, personId }: MandatePlan,
): Promise<Elected | { readonly candidates: readonly MandateCandidate[] } | MandateRefusal> {
  const known = await listPeopleInScope(tx, grant.scope, name);
  const chosen = known.find((one) => one.id === personId);
  if (chosen !== undefined) return { personId: chosen.id, code: chosen.code };
  if (code !== undefined) {
    const owner = await findNumbered(tx, grant.scope, code);
    if (owner === undefined) return { personId: null, code };
    return known.some(({ id }) => id === owner) ? { personId: owner, code } : "mandate-code-taken";
  }
  if (known.length === 0) return { personId: null, code: null };
  const candidates = known.map((one) => ({
    name,
    code: one.code,
    seat: null,
    role: one.role,
    personId: one.id,
  }));
  return { candidates };
}

// A by-election fills a seat of the term that runs; a new congress's first deputies come with the new term.
function termOf(
  running: readonly HeldMandate[],
  level: Level,
  { townshipId }: SeatPlace,
  said: string | undefined,
): string | undefined {
  const here = level === "township" ? running.filter((one) => one.townshipId === townshipId) : running;
  const terms = [...Map.groupBy(here, (one) => one.term)].sort((a, b) => b[1].length - a[1].length);
  if (said === undefined) return terms[0]?.[0];
  return (
    terms.find(([term]) => bareTerm(term) === bareTerm(said))?.[0] ?? (terms.length === 0 ? said : undefined)
  );
}

type Seated = Elected &
  Pick<Settled, "old"> & {
    readonly level: Level;
    readonly term: string;
    readonly seat: SeatPlace;
    readonly later: number;
  };

function toSettled(plan: MandatePlan, { personId, code, level, term, seat, later, old }: Seated): Settled {
  const { names, on, constituency = null } = plan;
  const view = {
    change: plan.change,
    name: names[0] ?? "",
    code,
    on,
    to: null,
    seat: { level, term, constituency, township: seat.township, group: seat.group, station: seat.station },
    target: null,
    reason: null,
    later,
    isNew: personId === null,
    leaving: 0,
    again: [],
  } as const;
  const settled = { ...plan, level, term, ...(personId === null ? {} : { personId }) };
  return { plan: settled, view, old, again: [], seat };
}
