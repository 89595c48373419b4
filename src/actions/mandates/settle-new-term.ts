import type { Tx } from "#db/client.ts";
import { listLedGroups } from "#db/queries/led-groups.ts";
import {
  countFiledSince,
  type HeldMandate,
  listMandatesBegun,
  listMandatesRunning,
} from "#db/queries/mandates.ts";
import { bareTerm } from "#src/domain/bare-term.ts";
import { addDays } from "#src/domain/day.ts";
import type { MandatePlan, Reelected } from "#src/domain/requests/mandate.ts";
import type { Grant } from "../gate.ts";
import { toSeatView } from "./find-target.ts";
import type { Settling } from "./settle-change.ts";

/**
 * Works out a new term: every mandate of the old one ends the day before, and those elected again go on in their
 * seats. The old term stays as it was; new faces come by 补选 or with the roster. `zone` is the district's.
 */
export async function settleNewTerm(
  tx: Tx,
  grant: Grant,
  plan: MandatePlan,
  zone: string,
): Promise<Settling> {
  const level = plan.level ?? "district";
  const all = await listMandatesRunning(tx, grant.scope, level, addDays(plan.on, -1));
  const old = plan.orgs.length === 0 ? all : all.filter(({ township }) => plan.orgs.includes(township ?? ""));
  const [first] = old;
  if (plan.term === undefined || first === undefined) return "mandate-no-term";
  if (old.some((one) => one.personId === grant.actorId)) return "mandate-own";
  const term = first.term.startsWith("第") ? `第${bareTerm(plan.term)}` : bareTerm(plan.term);
  if (old.some((one) => bareTerm(one.term) === bareTerm(term))) return "mandate-same-term";
  if (old.some((one) => one.from >= plan.on)) return "mandate-day";
  const people = old.map((one) => one.personId);
  if ((await listMandatesBegun(tx, people, level, plan.on)).length > 0) return "mandate-term-stands";
  const again = chosen(old, plan.again);
  if ("unknown" in again) return { of: "mandate.unknown-names", names: again.unknown };
  const later = await countFiledSince(tx, old.map(idOf), plan.on, zone);
  const goesOn = new Set(again.list);
  const leave = old.filter((one) => !goesOn.has(one));
  const led = await listLedGroups(tx, leave.map(idOf), plan.on);
  const view = {
    ...(led.length > 0 && { leads: led }),
    change: plan.change,
    name: "",
    code: null,
    on: plan.on,
    to: null,
    seat: { ...toSeatView(first), township: null, group: null, station: null, constituency: null },
    target: null,
    reason: null,
    later,
    isNew: false,
    leaving: leave.length,
    again: again.list.map((one) => one.name),
  } as const;
  const target = { ...view.seat, term };
  return { plan: { ...plan, level, term }, view: { ...view, target }, old, again: again.list, seat: null };
}

const idOf = ({ id }: HeldMandate): number => id;

type Again = { readonly list: readonly HeldMandate[] } | { readonly unknown: readonly string[] };

// Two of one name cannot be told apart in a list: they are named, and come with the roster.
function chosen(old: readonly HeldMandate[], again: Reelected | undefined): Again {
  if (again === undefined) return { list: [] };
  const unknown = again.names.filter((name) => old.filter((one) => one.name === name).length !== 1);
  if (unknown.length > 0) return { unknown };
  const named = new Set(again.names);
  return { list: old.filter((one) => named.has(one.name) !== again.all) };
}
