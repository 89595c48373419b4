import type { Tx } from "#db/client.ts";
import { deleteCompanions, listCompanions } from "#db/queries/companions.ts";
import { listSeatsNamed } from "#db/queries/deputies.ts";
import { type DutyRecord, insertCompanions } from "#db/queries/duty-records.ts";
import { companionNames } from "#src/domain/companion-names.ts";
import type { CompanionsAmended } from "#src/domain/requests/companions-amended.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import type { When } from "#src/domain/when.ts";

type Replaced = CompanionsAmended & {
  /** Those who are to be asked. */
  readonly toAsk: readonly number[];
  /** Who was named before and who is now, as the trace keeps it. */
  readonly before: string;
  readonly after: string;
};

/**
 * Names other companions in a record, more or fewer of them. Whoever has said yes stays: that is his or her own word and
 * own record. Refuses where none of the names is a deputy's, and then changes nothing.
 */
export async function amendCompanions(
  tx: Tx,
  record: DutyRecord,
  { value, more, less }: Extract<Amendment, { readonly field: "with" }>,
  when: When,
): Promise<Replaced | "no-such-person"> {
  const names = [...new Set(companionNames(value))];
  const wanted = await listPresent(tx, record, names, when);
  const unknown = names.filter((name) => !wanted.some((one) => one.name === name));
  if (names.length > 0 && unknown.length === names.length) return "no-such-person";
  const current = await listCompanions(tx, record.id);
  const isSaid = ({ personId }: { readonly personId: number }): boolean =>
    wanted.some((one) => one.personId === personId);
  const isWanted = (one: { readonly personId: number }): boolean =>
    more === true || isSaid(one) !== (less === true);
  const dropped = current.filter((one) => one.state !== "confirmed" && !isWanted(one));
  const kept = current.filter((one) => one.state === "confirmed" && !isWanted(one));
  const fresh =
    less === true ? [] : wanted.filter((one) => !current.some(({ personId }) => personId === one.personId));
  const declined = less === true ? [] : current.filter((one) => one.state === "declined" && isSaid(one));
  await deleteCompanions(tx, record.id, idsOf(dropped));
  await insertCompanions(
    tx,
    fresh.map(({ personId }) => ({ recordId: record.id, personId })),
  );
  const stay = current.filter((one) => !dropped.includes(one));
  return {
    asked: namesOf(fresh),
    dropped: namesOf(dropped.filter((one) => one.state === "named")),
    kept: namesOf(kept),
    declined: namesOf(declined),
    unknown,
    toAsk: idsOf(fresh),
    before: namesOf(current.filter(isNamed)).join("、"),
    after: namesOf([...stay.filter(isNamed), ...fresh]).join("、"),
  };
}

type Companion = Awaited<ReturnType<typeof listCompanions>>[number];
const isNamed = ({ state }: Companion): boolean => state !== "declined";

const namesOf = (people: readonly { readonly name: string }[]): string[] => people.map((one) => one.name);
const idsOf = (people: readonly { readonly personId: number }[]): number[] =>
  people.map((one) => one.personId);

// In office on the day it is about, and still: whoever has left can no longer say that it is right.
async function listPresent(
  tx: Tx,
  { personId: owner, startsOn }: DutyRecord,
  names: readonly string[],
  { today }: When,
): Promise<{ readonly personId: number; readonly name: string }[]> {
  const seats = await listSeatsNamed(tx, names, [startsOn, today]);
  const here = new Set(seats.filter((one) => one.day === today).map((one) => one.personId));
  return seats.filter(({ day, personId }) => day === startsOn && here.has(personId) && personId !== owner);
}
