import type { Tx } from "#db/client.ts";
import { insertOrgs } from "#db/queries/orgs.ts";
import {
  insertPeople,
  type KnownPerson,
  listOrgIds,
  listPeopleNamed,
  lockRoster,
  setPeopleCodes,
  type Upserted,
  upsertMandates,
  upsertRoles,
} from "#db/queries/roster.ts";
import type { OrgEntry, PersonKey, Roster, RosterFault, RosterProblem } from "#src/domain/roster/roster.ts";
import { ROSTER_SHEETS } from "#src/domain/roster/roster-sheets.ts";

/** What an import changed. */
export type RosterChanges = {
  readonly orgs: number;
  readonly people: number;
  readonly mandates: Upserted;
  readonly roles: Upserted;
};

/**
 * Files a roster that was read and checked: adds what is new, brings the rest up to date, removes nothing. Running it
 * again changes nothing. Returns the people whom a name alone does not tell apart instead, having changed nothing.
 * The caller rolls back when problems come back.
 */
export async function importRoster(tx: Tx, roster: Roster): Promise<RosterChanges | Problems> {
  await lockRoster(tx);
  const orgs = await addOrgs(tx, roster.orgs);
  if ("problems" in orgs) return orgs;
  const keys = [...roster.mandates, ...roster.staff].map((one) => one.person);
  const people = await findOrAddPeople(tx, keys);
  if ("problems" in people) return people;
  const org = (name: string | null): number | null => (name === null ? null : (orgs.ids.get(name) ?? null));
  const mandates = await upsertMandates(
    tx,
    roster.mandates.map((one) => ({
      ...one,
      personId: people.idOf(one.person),
      groupId: org(one.group),
      townshipId: org(one.township),
      stationId: org(one.station),
    })),
  );
  const roles = await upsertRoles(
    tx,
    roster.staff.map((one) => ({ ...one, personId: people.idOf(one.person), orgId: org(one.org) ?? 0 })),
  );
  return { orgs: orgs.added, people: people.added, mandates, roles };
}

type Orgs = { readonly ids: ReadonlyMap<string, number>; readonly added: number };

const inCircle = ({ parent }: OrgEntry): RosterProblem => ({
  sheet: ROSTER_SHEETS.orgs.name,
  row: 0,
  column: ROSTER_SHEETS.orgs.columns.parent.head,
  fault: "in-circle",
  value: parent ?? "",
});

// Parents before children: each round adds those whose parent is there by now, a level of the tree at a time.
async function addOrgs(tx: Tx, entries: readonly OrgEntry[]): Promise<Orgs | Problems> {
  const ids = await listOrgIds(tx);
  let left = entries.filter((one) => !ids.has(one.name));
  const added = left.length;
  while (left.length > 0) {
    const ready = left.filter((one) => one.parent === null || ids.has(one.parent));
    if (ready.length === 0) return { problems: left.map(inCircle) };
    const rows = ready.map(({ name, kind, parent, code }) => ({
      name,
      kind,
      parentId: parent === null ? null : (ids.get(parent) ?? null),
      ...(code === null ? {} : { code }),
    }));
    const fresh = await insertOrgs(tx, rows);
    for (const [index, one] of ready.entries()) ids.set(one.name, fresh[index] ?? 0);
    left = left.filter((one) => !ids.has(one.name));
  }
  return { ids, added };
}

const keyText = ({ name, code }: PersonKey): string => `${name}\n${code ?? ""}`;

type Problems = { readonly problems: readonly RosterProblem[] };
type People = { readonly added: number; readonly idOf: (key: PersonKey) => number };

async function findOrAddPeople(tx: Tx, wanted: readonly PersonKey[]): Promise<People | Problems> {
  const keys = [...new Map(wanted.map((key) => [keyText(key), key])).values()];
  const known = await listPeopleNamed(tx, keys);
  const matches = keys.map((key) => ({ key, found: match(key, known) }));
  const unclear = matches.filter(({ found }) => found === "namesakes");
  if (unclear.length > 0) return { problems: unclear.map(({ key }) => problem(key, "needs-number")) };
  const claimed = Map.groupBy(matches, ({ found }) => found);
  const both = [...claimed].flatMap(([found, sharing]) =>
    found !== undefined && sharing.length > 1 ? sharing : [],
  );
  if (both.length > 0) return { problems: both.map(({ key }) => problem(key, "which-of-two")) };
  const ids = new Map<string, number>();
  const adopted: { id: number; code: string }[] = [];
  for (const { key, found } of matches) {
    if (found === "namesakes" || found === undefined) continue;
    ids.set(keyText(key), found.id);
    if (key.code !== null && found.code === null) adopted.push({ id: found.id, code: key.code });
  }
  if (adopted.length > 0) await setPeopleCodes(tx, adopted);
  const missing = keys.filter((key) => !ids.has(keyText(key)));
  const fresh = await insertPeople(tx, missing);
  for (const [index, key] of missing.entries()) ids.set(keyText(key), fresh[index] ?? 0);
  return { added: missing.length, idOf: (key: PersonKey): number => ids.get(keyText(key)) ?? 0 };
}

// A number decides; without one a name does, where only one person has it. A number new to us may be that person's.
function match(
  { name, code }: PersonKey,
  known: readonly KnownPerson[],
): KnownPerson | "namesakes" | undefined {
  const byCode = known.find((one) => code !== null && one.code === code);
  if (byCode !== undefined) return byCode;
  const sameName = known.filter((one) => one.name === name && (code === null || one.code === null));
  return sameName.length > 1 ? "namesakes" : sameName[0];
}

const problem = ({ name }: PersonKey, fault: RosterFault): RosterProblem => ({
  sheet: ROSTER_SHEETS.mandates.name,
  row: 0,
  column: ROSTER_SHEETS.mandates.columns.code.head,
  fault,
  value: name,
});
