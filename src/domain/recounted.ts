import { type Counts, type CountUnit, isCountUnit } from "./count-unit.ts";
import type { Change } from "./requests/amendment.ts";
import { unitMeant, unitReplaced } from "./unit-meant.ts";

/** A change of what was counted. */
export type Recount = Extract<Change, { readonly field: CountUnit | "uncounted" }>;

/** True for a change of what was counted. */
export const isRecount = (change: Change): change is Recount =>
  change.field === "uncounted" || isCountUnit(change.field);

/** By how much it was counted wrong as how many there are in all; undefined where fewer than none would be left. */
export function absolute(change: Recount, counts: Counts): Recount | undefined {
  if (change.field === "uncounted" || (change.more !== true && change.less !== true)) return change;
  const field = unitReplaced(change.field, counts);
  const before = counts[field] ?? 0;
  const value = change.more === true ? before + change.value : before - change.value;
  return value > 0 ? { field, value } : undefined;
}

type Counted = { readonly counts?: Counts; readonly approx?: readonly CountUnit[] };

/** What is counted after a change, and which of it only roughly. */
export function recounted({ counts = {}, approx = [] }: Counted, change: Recount): Required<Counted> {
  if (change.field === "uncounted" && change.value === "all") return { counts: {}, approx: [] };
  const now = absolute(change, counts);
  if (now === undefined) return { counts, approx };
  const unit = unitMeant(now.field === "uncounted" ? unitOf(now.value) : now.field, counts);
  const replaced = unitReplaced(unit, counts);
  const { [replaced]: _, ...others } = counts;
  return {
    counts: now.field === "uncounted" ? others : { ...others, [unit]: now.value },
    approx: approx.filter((one) => one !== replaced),
  };
}

const unitOf = (value: CountUnit | "all"): CountUnit => (value === "all" ? "persons" : value);
