import type { Tx } from "#db/client.ts";
import {
  endMandates,
  endSuspensions,
  goOnWith,
  insertMandates,
  insertSuspensions,
  moveSeats,
  type NewMandate,
} from "#db/queries/mandate-changes.ts";
import { type MovedFilings, moveFilings } from "#db/queries/move-filings.ts";
import type { HeldMandate } from "#db/queries/mandates.ts";
import { insertPeople } from "#db/queries/roster.ts";
import { addDays } from "#src/domain/day.ts";
import { nth } from "#src/kernel/nth.ts";
import type { SeatPlace } from "./find-seat.ts";
import type { Settled } from "./settle-change.ts";

/** Whom a change concerned: mandates that ended, rest, go on or begin, and the people who hold them. */
export type Concerned = { readonly mandates: readonly number[]; readonly people: readonly number[] };

/** Whom it concerned, and how much of what they had filed went along, by person. */
export type Applied = Concerned & { readonly moved: ReadonlyMap<number, number> };

/** Makes a change that was settled; `zone` is the district's. */
export function applyChange(tx: Tx, settled: Settled, zone: string): Promise<Applied> {
  switch (settled.plan.change) {
    case "by_election":
      return elect(tx, settled, zone);
    case "new_term":
      return renew(tx, settled, zone);
    case "transfer":
      return transfer(tx, settled, zone);
    case "suspend":
    case "resume":
    case "resign":
    case "terminate":
      return changeOne(tx, settled);
  }
}

const holders = (mandates: readonly HeldMandate[]): readonly number[] => [
  ...new Set(mandates.map((one) => one.personId)),
];

async function changeOne(tx: Tx, { plan, old }: Settled): Promise<Applied> {
  const ids = old.map((one) => one.id);
  const lastDay = addDays(plan.on, -1);
  if (plan.change === "suspend") await insertSuspensions(tx, ids, plan.on, plan.to ?? null);
  if (plan.change === "resume") await endSuspensions(tx, ids, plan.on);
  if (plan.change === "resign") await endMandates(tx, ids, lastDay, "resigned");
  if (plan.change === "terminate") await endMandates(tx, ids, lastDay, "terminated");
  return { mandates: ids, people: holders(old), moved: new Map() };
}

const NOWHERE: SeatPlace = {
  groupId: null,
  group: null,
  townshipId: null,
  township: null,
  stationId: null,
  station: null,
};

const placeOf = ({ groupId, townshipId, stationId }: SeatPlace) => ({ groupId, townshipId, stationId });

// What somebody filed since, under a mandate whose end was registered late, is of the seat he or she holds by now.
async function elect(tx: Tx, { plan, view, seat, old }: Settled, zone: string): Promise<Applied> {
  const personId =
    plan.personId ?? nth(await insertPeople(tx, [{ name: view.name, code: view.code, phone: null }]), 0);
  const { level, term, constituency } = view.seat;
  const place = placeOf(seat ?? NOWHERE);
  const row: NewMandate = {
    personId,
    level,
    term,
    constituency,
    ...place,
    validFrom: plan.on,
    validTo: null,
  };
  const newId = nth(await insertMandates(tx, [row]), 0);
  const moves = old.map((one) => ({ oldId: one.id, newId, on: plan.on, personId }));
  const moved = await moveFilings(tx, moves, zone);
  return {
    mandates: [newId, ...old.map((one) => one.id)],
    people: [personId],
    moved: byPerson(moved, moves),
  };
}

async function transfer(tx: Tx, { plan, old, seat }: Settled, zone: string): Promise<Applied> {
  const [one] = old;
  if (one === undefined) throw new TypeError("a transfer without a mandate");
  const { personId, level, term, constituency, to } = one;
  const place = placeOf(seat ?? NOWHERE);
  await endMandates(tx, [one.id], addDays(plan.on, -1), null);
  const row: NewMandate = { personId, level, term, constituency, ...place, validFrom: plan.on, validTo: to };
  const newId = nth(await insertMandates(tx, [row]), 0);
  const moves = [{ oldId: one.id, newId, on: plan.on, personId }];
  const moved = await moveSeats(tx, moves, zone);
  return { mandates: [one.id, newId], people: [personId], moved: byPerson(moved, moves) };
}

async function renew(tx: Tx, { plan, old, again }: Settled, zone: string): Promise<Applied> {
  const ids = old.map((one) => one.id);
  await endMandates(tx, ids, addDays(plan.on, -1), null);
  const rows = again.map((one): NewMandate => ({
    personId: one.personId,
    level: one.level,
    term: plan.term ?? one.term,
    constituency: one.constituency,
    groupId: one.groupId,
    townshipId: one.townshipId,
    stationId: one.stationId,
    validFrom: plan.on,
    validTo: null,
  }));
  const fresh = await insertMandates(tx, rows);
  const moves = again.map(({ id, personId }, index) => ({
    oldId: id,
    newId: nth(fresh, index),
    on: plan.on,
    personId,
  }));
  const moved = await goOnWith(tx, moves, zone);
  return { mandates: [...ids, ...fresh], people: holders(old), moved: byPerson(moved, moves) };
}

const byPerson = (
  moved: MovedFilings,
  moves: readonly { readonly newId: number; readonly personId: number }[],
): ReadonlyMap<number, number> =>
  new Map(moves.map(({ newId, personId }) => [personId, moved.get(newId) ?? 0]));
