import type { MovedFilings } from "#db/queries/move-filings.ts";
import { addDays } from "#src/domain/day.ts";
import type { News } from "#src/domain/news.ts";
import type { AskedChange, MandateView, SeatView } from "#src/domain/requests/mandate.ts";
import type { PlannedMandate } from "#src/domain/roster/roster-plan.ts";
import type { SeatFacts } from "#src/domain/roster/roster-state.ts";
import type { World } from "#src/domain/rules.ts";
import { withMoved } from "../mandates/with-moved.ts";
import type { AddedIds } from "./apply-roster.ts";
import type { Compared } from "./import-roster.ts";
import { type ToldRest, toldRests } from "./told-rests.ts";

/**
 * What deputies are told of a changed roster: each of his or her own mandate, where it begins, ends or rests, and how
 * much of what was filed went along to it.
 */
export function importNews(compared: Compared, ids: AddedIds, moved: MovedFilings, { now }: World): News[] {
  const { plan, state } = compared;
  const toView = viewOf(compared);
  const goOn = new Set(plan.mandates.filter((one) => one.begins !== null).map((one) => one.after.personId));
  const seats = plan.mandates.flatMap((one) => {
    const change = changeOf(one, goOn);
    return change === null ? [] : [{ facts: one.after, id: one.id, ...change }];
  });
  const facts = new Map<number, SeatFacts>([
    ...state.mandates.map((one) => [one.id, one] as const),
    ...plan.mandates.map((one) => [one.id, one.after] as const),
  ]);
  return [...seats, ...toldRests(plan.rests, facts)].map(
    ({ facts: held, id, change, on, ...more }): News => ({
      to: ids.person(held.personId),
      key: `mandate:import:${change}:${ids.mandate(id)}:${now.getTime()}`,
      word: {
        kind: "mandate.own",
        view: withMoved(toView(held, change, on, more), moved, ids.mandate(id)),
        by: "",
      },
    }),
  );
}

type Told = { readonly change: AskedChange; readonly on: string };

function changeOf({ before, after, begins, row }: PlannedMandate, goOn: ReadonlySet<number>): Told | null {
  if (begins !== null) return { change: begins, on: after.from };
  if (before === null || after.to === null || before.to === after.to) return null;
  const on = addDays(after.to, 1);
  if (after.status === "resigned") return { change: "resign", on };
  if (after.status === "terminated") return { change: "terminate", on };
  // Whoever goes on elsewhere or in the new term hears of that.
  return row === null && !goOn.has(after.personId) ? { change: "new_term", on } : null;
}

const viewOf =
  ({ nameOf }: Compared) =>
  (held: SeatFacts, change: AskedChange, on: string, more: Partial<ToldRest>): MandateView => {
    const toSeat = (facts: SeatFacts): SeatView => ({
      level: facts.level,
      term: facts.term,
      township: nameOf(facts.townshipId),
      group: nameOf(facts.groupId),
      station: nameOf(facts.stationId),
      constituency: facts.constituency,
    });
    const seat = toSeat(held);
    const along = (more.along ?? []).map((facts) => ({ seat: toSeat(facts), from: facts.from }));
    const leaves = change === "new_term" && held.to !== null;
    return {
      change,
      name: "",
      code: null,
      on,
      to: change === "suspend" ? (more.to ?? null) : null,
      seat,
      target: change === "transfer" || (change === "new_term" && !leaves) ? seat : null,
      reason: null,
      later: 0,
      isNew: false,
      leaving: leaves ? 1 : 0,
      again: [],
      ...(along.length > 0 && { along }),
    };
  };
