import type { FoundOrg } from "#db/queries/figures/found.ts";
import type { Cut } from "#src/domain/figures/figure-basis.ts";
import type { CutLine } from "#src/domain/figures/figure-view.ts";
import type { OrgKind } from "#src/domain/org.ts";

const DIVIDED_BY: Partial<Record<OrgKind, Cut>> = {
  township: "township",
  deputy_group: "group",
  liaison_station: "station",
};

/** Those of the organisations that were named which a figure is divided by; none where it was asked of no several. */
export const namedFor = (by: Cut, several: readonly FoundOrg[]): readonly FoundOrg[] =>
  several.filter((one) => DIVIDED_BY[one.kind] === by);

/** The lines of a divided figure with those that were named and have nothing: whoever names one wants to read of it. */
export function withNamedLines(found: readonly CutLine[], named: readonly FoundOrg[]): readonly CutLine[] {
  if (named.length === 0) return found;
  const missing = named
    .filter((one) => !found.some(({ key }) => key === String(one.id)))
    .map(({ id, name }): CutLine => ({ key: String(id), label: name, tally: NOTHING }));
  return [...found, ...missing].sort((one, other) => Number(one.key) - Number(other.key));
}

/** What a line tells where nothing was done. */
export const NOTHING = { records: 0, activities: 0, unconfirmed: 0, counts: {} } as const;
