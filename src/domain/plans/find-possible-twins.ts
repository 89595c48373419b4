import type { Day } from "../day.ts";
import type { UndatedRow } from "./compare-undated.ts";

/** A row without a day, and what was published by itself and may be the same activity. */
export type PossibleTwin<T> = { readonly row: UndatedRow; readonly published: T };

/**
 * What was published without the plan and may be a row of it whose day is still open: the same organisation and kind,
 * within the row's days. Only people know whether it is. Each stands by the first row that it may be.
 */
export const findPossibleTwins = <
  T extends { readonly orgId: number; readonly kind: string; readonly onDay: Day },
>(
  rows: readonly UndatedRow[],
  published: readonly T[],
): PossibleTwin<T>[] =>
  published.flatMap((one) => {
    const row = rows.find(
      ({ orgId, kind, from, to }) =>
        orgId === one.orgId && kind === one.kind && one.onDay >= from && one.onDay <= to,
    );
    return row === undefined ? [] : [{ row, published: one }];
  });
