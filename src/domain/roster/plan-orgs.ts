import type { OrgKind } from "../org.ts";
import { findOrgNamed } from "./org-names.ts";
import type { OrgEntry, RosterProblem } from "./roster.ts";
import type { PlannedOrg } from "./roster-plan.ts";
import { ROSTER_SHEETS } from "./roster-sheets.ts";
import type { KnownOrg, Ref } from "./roster-state.ts";

/** The organisations to add, parents before children, and how to find one by its name from now on. */
export type PlannedOrgs = {
  readonly orgs: readonly PlannedOrg[];
  readonly refOf: (name: string, kinds: readonly OrgKind[] | null) => Ref | null;
  /** Itself or the nearest above it of a kind. */
  readonly above: (ref: Ref | null, kind: OrgKind) => Ref | null;
  readonly nameOf: (ref: Ref | null) => string | null;
  readonly problems: readonly RosterProblem[];
};

/** Compares the organisations of a roster with those on file. Known ones stay where they are. */
export function planOrgs(entries: readonly OrgEntry[], known: readonly KnownOrg[]): PlannedOrgs {
  const all: KnownOrg[] = [...known];
  const byName = Map.groupBy(all, (one) => one.name);
  const refOf = (name: string, kinds: readonly OrgKind[] | null): Ref | null => {
    const found = findOrgNamed(byName.get(name) ?? [], kinds);
    return typeof found === "string" ? null : found.id;
  };
  const isKnown = ({ name, kind }: OrgEntry): boolean =>
    (byName.get(name) ?? []).some((one) => one.kind === kind);
  const byId = new Map(all.map((one) => [one.id, one]));
  const problems = entries.flatMap((one) => (isKnown(one) ? differing(one, byName, byId) : []));
  const orgs: PlannedOrg[] = [];
  let left = entries.filter((one) => !isKnown(one));
  while (left.length > 0) {
    const ready = left.filter(({ parent }) => parent === null || byName.has(parent));
    if (ready.length === 0)
      return { ...lookUp(byId, refOf), orgs, problems: [...problems, ...left.map(inCircle)] };
    for (const { name, kind, parent, code } of ready) {
      const parentId = parent === null ? null : refOf(parent, null);
      orgs.push({ name, kind, parentId, code });
      const fresh = { id: -orgs.length, name, kind, parentId };
      byName.set(name, [...(byName.get(name) ?? []), fresh]);
      byId.set(fresh.id, fresh);
    }
    left = left.filter((one) => !ready.includes(one));
  }
  return { ...lookUp(byId, refOf), orgs, problems };
}

const lookUp = (
  byId: ReadonlyMap<Ref, KnownOrg>,
  refOf: PlannedOrgs["refOf"],
): Pick<PlannedOrgs, "above" | "nameOf" | "refOf"> => ({
  refOf,
  nameOf: (ref) => (ref === null ? null : (byId.get(ref)?.name ?? null)),
  above: (ref, kind) => {
    let at = ref === null ? undefined : byId.get(ref);
    while (at !== undefined && at.kind !== kind)
      at = at.parentId === null ? undefined : byId.get(at.parentId);
    return at?.id ?? null;
  },
});

const problem = (
  { row }: OrgEntry,
  column: "name" | "parent",
  fault: RosterProblem["fault"],
  value: string,
): RosterProblem => ({
  sheet: ROSTER_SHEETS.orgs.name,
  row,
  column: ROSTER_SHEETS.orgs.columns[column].head,
  fault,
  value,
});

const inCircle = (entry: OrgEntry): RosterProblem =>
  problem(entry, "parent", "in-circle", entry.parent ?? "");

// Moving an organisation would move every figure under it: that is no matter of a list.
function differing(
  entry: OrgEntry,
  byName: ReadonlyMap<string, readonly KnownOrg[]>,
  byId: ReadonlyMap<Ref, KnownOrg>,
): RosterProblem[] {
  const same = byName.get(entry.name)?.find((one) => one.kind === entry.kind);
  const parent = byId.get(same?.parentId ?? 0)?.name ?? null;
  const differs = entry.parent !== null && entry.parent !== parent;
  return differs ? [problem(entry, "parent", "org-differs", entry.parent)] : [];
}
