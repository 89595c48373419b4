import { pairMandates } from "./pair-mandates.ts";
import { matchPeople } from "./match-people.ts";
import { planMandates } from "./plan-mandates.ts";
import { planOrgs, type PlannedOrgs } from "./plan-orgs.ts";
import { planRests } from "./plan-rests.ts";
import type { PersonKey, Roster, RosterFault, RosterProblem, StaffEntry } from "./roster.ts";
import type { PlannedMandate, PlannedRole, RosterPlan } from "./roster-plan.ts";
import { ROSTER_SHEETS } from "./roster-sheets.ts";
import type { RosterState } from "./roster-state.ts";

/** What a roster would change, with how to name its parts; or what of it cannot stand beside what is on file. */
export type Planned =
  | { readonly plan: RosterPlan; readonly nameOf: PlannedOrgs["nameOf"] }
  | { readonly problems: readonly RosterProblem[] };

/**
 * Compares a roster with everything on file: adds what is new, brings the rest up to date, removes nothing. A roster
 * that is on file already makes an empty plan. Pure.
 */
export function planRoster(roster: Roster, state: RosterState): Planned {
  const orgs = planOrgs(roster.orgs, state.orgs);
  const named = [...roster.mandates, ...roster.staff].map((one) => one.person);
  const people = matchPeople(named, state.people);
  const unclear = sayUnclear(roster, people.unclear);
  const first = [...orgs.problems, ...unclear];
  if (first.length > 0) return { problems: first };
  const pairs = pairMandates(roster.mandates, state.mandates, ({ person }) => people.refOf(person), orgs);
  const mandates = planMandates(pairs, state.mandates, orgs);
  const rests = planRests(
    pairs.flatMap(({ entry }, at) => {
      const mandate = mandates.all[at];
      return mandate === undefined ? [] : [{ ...entry, mandate }];
    }),
    mandates.all,
  );
  const problems = [...mandates.problems, ...rests.problems];
  if (problems.length > 0) return { problems };
  const roleOf = (one: StaffEntry) => {
    const orgId = orgs.refOf(one.org, null);
    if (orgId === null) throw new TypeError("a role at an organisation that was not looked up");
    return { personId: people.refOf(one.person), orgId, role: one.role, from: one.from, to: one.to };
  };
  return {
    nameOf: orgs.nameOf,
    plan: {
      orgs: orgs.orgs,
      newPeople: people.newPeople,
      people: people.people,
      mandates: mandates.all.filter(isChanged),
      rests: rests.rests,
      roles: planRoles(roster.staff.map(roleOf), state.roles),
    },
  };
}

const SEAT_FIELDS = [
  "constituency",
  "groupId",
  "townshipId",
  "stationId",
  "from",
  "to",
  "status",
] as const satisfies readonly (keyof PlannedMandate["after"])[];

/** What of a mandate becomes different. */
export const changedFields = ({ before, after }: PlannedMandate): (typeof SEAT_FIELDS)[number][] =>
  before === null ? [] : SEAT_FIELDS.filter((field) => before[field] !== after[field]);

const isChanged = (one: PlannedMandate): boolean => one.before === null || changedFields(one).length > 0;

function planRoles(wanted: readonly PlannedRole["after"][], known: RosterState["roles"]): PlannedRole[] {
  const keyOf = ({ personId, orgId, role }: PlannedRole["after"]): string => `${personId} ${orgId} ${role}`;
  const onFile = new Map(known.map((one) => [keyOf(one), one]));
  return wanted.flatMap((after) => {
    const before = onFile.get(keyOf(after)) ?? null;
    return before !== null && before.from === after.from && before.to === after.to ? [] : [{ before, after }];
  });
}

// Said of the first row that names the person, in the column that would make it clear.
function sayUnclear(
  { mandates, staff }: Roster,
  unclear: readonly { readonly key: PersonKey; readonly fault: RosterFault }[],
): RosterProblem[] {
  const textOf = ({ name, code, phone }: PersonKey): string => `${name} ${code ?? ""} ${phone ?? ""}`;
  const rows = [
    ...staff.map((one) => ({ ...one, sheet: ROSTER_SHEETS.staff })),
    ...mandates.map((one) => ({ ...one, sheet: ROSTER_SHEETS.mandates })),
  ];
  const firstRow = new Map(rows.toReversed().map((one) => [textOf(one.person), one]));
  return unclear.flatMap(({ key, fault }) => {
    const at = firstRow.get(textOf(key));
    if (at === undefined) return [];
    const { name: sheet, columns } = at.sheet;
    const column = fault === "phone-of-other" ? columns.phone.head : columns.code.head;
    return [{ sheet, row: at.row, column, fault, value: key.name }];
  });
}
