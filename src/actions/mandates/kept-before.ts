import type { HeldMandate } from "#db/queries/mandates.ts";
import type { Day } from "#src/domain/day.ts";
import type { MandateStatus } from "#src/domain/person.ts";
import { restOn } from "./find-target.ts";

/** What a mandate was before a change: ids and days only, names of people and places are in their own tables. */
export type KeptBefore = {
  readonly status: MandateStatus;
  readonly from: Day;
  readonly to: Day | null;
  readonly townshipId: number | null;
  readonly groupId: number | null;
  /** The suspension that held on the day before the change, or on the first of a mandate that begins later. */
  readonly rest: { readonly from: Day; readonly to: Day | null } | null;
};

/** What a mandate was before a change on a day, as it is kept; null for one that begins with it. */
export function keptBefore(held: HeldMandate | undefined, on: Day): string | null {
  if (held === undefined) return null;
  const { status, from, to, townshipId, groupId } = held;
  const kept: KeptBefore = { status, from, to, townshipId, groupId, rest: restOn(held, on) ?? null };
  return JSON.stringify(kept);
}

/** What was kept; undefined for what an earlier version wrote in words. */
export const parseKept = (before: string): KeptBefore | undefined =>
  before.startsWith("{") ? (JSON.parse(before) as KeptBefore) : undefined;
