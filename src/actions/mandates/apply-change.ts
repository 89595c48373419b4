import type { Tx } from "#db/client.ts";
import {
  endMandates,
  endSuspension,
  goOnWith,
  insertMandates,
  insertSuspension,
  moveSeats,
  type NewMandate,
} from "#db/queries/mandate-changes.ts";
import type { HeldMandate } from "#db/queries/mandates.ts";
import { insertPeople } from "#db/queries/roster.ts";
import { addDays } from "#src/domain/day.ts";
import { nth } from "#src/kernel/nth.ts";
import type { SeatPlace } from "./find-seat.ts";
import type { Settled } from "./settle-change.ts";

/** Whom a change concerned: mandates that ended, rest, go on or begin, and the people who hold them. */
export type Concerned = { readonly mandates: readonly number[]; readonly people: readonly number[] };

/** Makes a change that was settled. */
export function applyChange(tx: Tx, settled: Settled): Promise<Concerned> {
  switch (settled.plan.change) {
    case "by_election":
      return elect(tx, settled);
    case "new_term":
      return renew(tx, settled);
    case "transfer":
      return transfer(tx, settled);
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

async function changeOne(tx: Tx, { plan, old }: Settled): Promise<Concerned> {
  const ids = old.map((one) => one.id);
  const [id = 0] = ids;
  const lastDay = addDays(plan.on, -1);
  if (plan.change === "suspend") await insertSuspension(tx, id, plan.on, plan.to ?? null);
  if (plan.change === "resume") await endSuspension(tx, id, lastDay);
  if (plan.change === "resign") await endMandates(tx, ids, lastDay, "resigned");
  if (plan.change === "terminate") await endMandates(tx, ids, lastDay, "terminated");
  return { mandates: ids, people: holders(old) };
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

async function elect(tx: Tx, { plan, view, seat }: Settled): Promise<Concerned> {
  const [fresh] =
    plan.personId === undefined
      ? await insertPeople(tx, [{ name: view.name, code: view.code, phone: null }])
      : [];
  const personId = plan.personId ?? fresh ?? 0;
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
  return { mandates: await insertMandates(tx, [row]), people: [personId] };
}

async function transfer(tx: Tx, { plan, old, seat }: Settled): Promise<Concerned> {
  const [one] = old;
  if (one === undefined) throw new TypeError("a transfer without a mandate");
  const { personId, level, term, constituency, to } = one;
  const place = placeOf(seat ?? NOWHERE);
  await endMandates(tx, [one.id], addDays(plan.on, -1), null);
  const row: NewMandate = { personId, level, term, constituency, ...place, validFrom: plan.on, validTo: to };
  const [fresh = 0] = await insertMandates(tx, [row]);
  await moveSeats(tx, [{ oldId: one.id, newId: fresh, on: plan.on }]);
  return { mandates: [one.id, fresh], people: [personId] };
}

async function renew(tx: Tx, { plan, old, again }: Settled): Promise<Concerned> {
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
  await goOnWith(
    tx,
    again.map((one, index) => ({ oldId: one.id, newId: nth(fresh, index), on: plan.on })),
  );
  return { mandates: [...ids, ...fresh], people: holders(old) };
}
