import type { ActivityKind } from "../activity.ts";
import type { Day } from "../day.ts";
import type { WholeRow } from "./compare-plan.ts";
import { planKeyOf } from "./plan-key.ts";

/** A row of a plan whose day, or hour, is still open, with its organisation found. */
export type UndatedRow = {
  readonly row: number;
  readonly planKey: string;
  readonly orgId: number;
  readonly kind: ActivityKind;
  readonly title: string;
  readonly from: Day;
  readonly to: Day;
  readonly said: string;
  readonly time: string | null;
  readonly place: string | null;
  readonly content: string | null;
};

/** What such a row is compared with. */
export type UndatedOnFile = Omit<UndatedRow, "row"> & {
  readonly id: number;
  readonly number: string;
  /** False once it was called off, or has become an activity. */
  readonly open: boolean;
};

/** What a plan would change among what has no day yet. */
export type ComparedUndated<T extends UndatedOnFile> = {
  readonly fresh: readonly UndatedRow[];
  readonly changed: readonly { readonly row: UndatedRow; readonly before: T }[];
  /** Has a day by this plan. */
  readonly fixed: readonly { readonly row: WholeRow; readonly before: T }[];
  readonly gone: readonly T[];
  readonly same: number;
};

const isSame = (row: UndatedRow, before: UndatedOnFile): boolean =>
  row.kind === before.kind &&
  row.from === before.from &&
  row.to === before.to &&
  (row.time ?? before.time) === before.time &&
  (row.place ?? before.place) === before.place &&
  (row.content ?? before.content) === before.content;

/** Compares what a plan leaves open, and `dated` that is no activity yet, with what plans before it left open. */
export function compareUndated<T extends UndatedOnFile>(
  rows: readonly UndatedRow[],
  dated: readonly WholeRow[],
  named: ReadonlySet<string>,
  onFile: readonly T[],
): ComparedUndated<T> {
  const known = new Map(onFile.map((one) => [planKeyOf(one), one]));
  const pairs = rows.map((row) => ({ row, before: known.get(planKeyOf(row)) }));
  const met = pairs.flatMap(({ row, before }) => (before === undefined ? [] : [{ row, before }]));
  const changed = met.filter(({ row, before }) => !isSame(row, before));
  return {
    fresh: pairs.filter(({ before }) => before === undefined).map(({ row }) => row),
    changed,
    fixed: dated.flatMap((row) => {
      const before = known.get(planKeyOf(row));
      return before === undefined ? [] : [{ row, before }];
    }),
    gone: onFile.filter((one) => one.open && !named.has(planKeyOf(one))),
    same: met.length - changed.length,
  };
}
