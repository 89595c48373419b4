import type { Tx } from "#db/client.ts";
import { insertOrgs } from "#db/queries/orgs.ts";
import {
  insertPeople,
  insertSeats,
  type PersonRow,
  saveRests,
  saveRoles,
  updatePeople,
  updateSeats,
} from "#db/queries/roster.ts";
import type { Vault } from "#db/vault.ts";
import { inChunks } from "#src/domain/in-chunks.ts";
import type { PlannedMandate, PlannedOrg, RosterPlan } from "#src/domain/roster/roster-plan.ts";
import type { KnownPerson, Ref, SeatFacts } from "#src/domain/roster/roster-state.ts";
import { nth } from "#src/kernel/nth.ts";

/** Told how far an import is. */
export type Progress = (done: number, of: number) => void;

/** The rows that were added, for the places that a plan held for them. */
export type AddedIds = { readonly person: (ref: Ref) => number; readonly mandate: (ref: Ref) => number };

/** Writes what a plan holds, parents before children. */
export async function applyRoster(
  tx: Tx,
  vault: Vault,
  plan: RosterPlan,
  progress: Progress,
): Promise<AddedIds> {
  const of = plan.newPeople.length + plan.mandates.length + plan.roles.length;
  let done = 0;
  const advance = (rows: number): void => progress((done += rows), of);
  const org = atPlace(await addOrgs(tx, plan.orgs));
  const person = atPlace(await addPeople(tx, vault, plan, advance));
  const toFacts = (after: SeatFacts): SeatFacts => ({
    ...after,
    personId: person(after.personId),
    groupId: after.groupId === null ? null : org(after.groupId),
    townshipId: after.townshipId === null ? null : org(after.townshipId),
    stationId: after.stationId === null ? null : org(after.stationId),
  });
  const mandates = await writeMandates(tx, plan.mandates, toFacts, advance);
  const mandate = (ref: Ref): number => mandates.get(ref) ?? ref;
  for (const some of inChunks(plan.rests))
    await saveRests(
      tx,
      some.map((one) => ({ ...one, mandateId: mandate(one.mandateId) })),
    );
  for (const some of inChunks(plan.roles)) {
    await saveRoles(
      tx,
      some.map(({ after }) => ({ ...after, personId: person(after.personId), orgId: org(after.orgId) })),
    );
    advance(some.length);
  }
  return { person, mandate };
}

const atPlace =
  (added: readonly number[]) =>
  (ref: Ref): number =>
    ref < 0 ? nth(added, -ref - 1) : ref;

async function addPeople(
  tx: Tx,
  vault: Vault,
  { newPeople, people }: RosterPlan,
  advance: (rows: number) => void,
): Promise<number[]> {
  const toRow = ({ name, code, phone }: KnownPerson): PersonRow => ({
    name,
    code,
    phone: phone === null ? null : vault.seal(phone),
  });
  const added: number[] = [];
  for (const some of inChunks(newPeople)) {
    added.push(...(await insertPeople(tx, some.map(toRow))));
    advance(some.length);
  }
  for (const some of inChunks(people))
    await updatePeople(
      tx,
      some.map(({ after }) => ({ id: after.id, ...toRow(after) })),
    );
  return added;
}

async function writeMandates(
  tx: Tx,
  mandates: readonly PlannedMandate[],
  toFacts: (after: SeatFacts) => SeatFacts,
  advance: (rows: number) => void,
): Promise<ReadonlyMap<Ref, number>> {
  const ids = new Map<Ref, number>();
  // A seat that ends is ended before the one that follows it begins.
  for (const some of inChunks(mandates.filter((one) => one.before !== null))) {
    await updateSeats(
      tx,
      some.map((one) => ({ id: one.id, ...toFacts(one.after) })),
    );
    advance(some.length);
  }
  for (const some of inChunks(mandates.filter((one) => one.before === null))) {
    const added = await insertSeats(
      tx,
      some.map((one) => toFacts(one.after)),
    );
    for (const [at, one] of some.entries()) ids.set(one.id, nth(added, at));
    advance(some.length);
  }
  return ids;
}

// Each round adds those whose parent is there by now, a level of the tree at a time.
async function addOrgs(tx: Tx, orgs: readonly PlannedOrg[]): Promise<number[]> {
  const ids: number[] = [];
  while (ids.length < orgs.length) {
    const left = orgs.slice(ids.length);
    const waits = left.findIndex(({ parentId }) => parentId !== null && -parentId > ids.length);
    const level = waits === -1 ? left : left.slice(0, waits);
    const parent = atPlace(ids);
    const rows = level.map(({ name, kind, parentId, code }) => ({
      name,
      kind,
      parentId: parentId === null ? null : parent(parentId),
      ...(code === null ? {} : { code }),
    }));
    ids.push(...(await insertOrgs(tx, rows)));
  }
  return ids;
}
