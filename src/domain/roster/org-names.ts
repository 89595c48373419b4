import type { OrgKind } from "../org.ts";
import type { RosterFault } from "./roster.ts";
import { ORG_KIND_NAMES } from "./roster-sheets.ts";
import type { SheetRow } from "./sheet-rows.ts";

/** An organisation by name, on file or in the file. */
export type NamedOrg = { readonly name: string; readonly kind: OrgKind };

/** What a cell may name: a group, a township, a station; null for any organisation. */
export const SEAT_KINDS = {
  group: ["deputy_group"],
  township: ["township"],
  station: ["liaison_station", "liaison_room"],
} as const satisfies Record<string, readonly OrgKind[]>;

/** The one organisation of a name among these kinds, or why there is none. Villages give way to what has staff. */
export function findOrgNamed<O extends NamedOrg>(
  named: readonly O[],
  kinds: readonly OrgKind[] | null,
): O | RosterFault {
  const fitting = kinds === null ? named : named.filter((one) => kinds.includes(one.kind));
  const seated = fitting.filter((one) => one.kind !== "village");
  const [only, ...others] = seated.length > 0 ? seated : fitting;
  if (only !== undefined) return others.length === 0 ? only : "org-of-two";
  return named.length === 0 ? "unknown-org" : "other-kind-of-org";
}

/**
 * Says of each cell that names an organisation whether there is exactly one of its kind. One that is `unsure`, because
 * what lists it is wrong, is told of there, and nowhere else.
 */
export function createOrgCheck(orgs: readonly NamedOrg[], unsure: (name: string) => boolean) {
  const byName = Map.groupBy(orgs, (one) => one.name);
  return <C extends string>(row: SheetRow<C>, column: C, kinds: readonly OrgKind[] | null = null): void => {
    const name = row.text(column);
    if (name === null || unsure(name)) return;
    const found = findOrgNamed(byName.get(name) ?? [], kinds);
    if (typeof found === "string")
      row.report(column, found, found === "other-kind-of-org" ? wordsOf(kinds) : undefined);
  };
}

const wordsOf = (kinds: readonly OrgKind[] | null): readonly string[] =>
  Object.entries(ORG_KIND_NAMES).flatMap(([word, kind]) => (kinds?.includes(kind) === true ? [word] : []));

/** Reports a cell whose organisation is unknown, of another kind, or one of two; an empty cell is fine. */
export type OrgCheck = ReturnType<typeof createOrgCheck>;
