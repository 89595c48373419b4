import { PLAN_SHEETS } from "#src/domain/plans/plan-sheet.ts";
import type { WrittenCell } from "#src/domain/roster/sheet-file.ts";
import type { WantedSheet } from "#src/domain/roster/sheet-rows.ts";
import { writeSheets } from "#src/files/write-sheets.ts";
import { inColumns } from "./roster-file.ts";

type Row<S extends keyof typeof PLAN_SHEETS> = Partial<
  Readonly<Record<keyof (typeof PLAN_SHEETS)[S]["columns"], WrittenCell>>
>;

/** A row of a yearly plan, by what its columns are called in code. */
export type PlannedRow = Row<"plan">;

/** A sitting of a congress session in a yearly plan. */
export type PlannedSitting = Row<"sessions">;

const sheet = <C extends string>(
  wanted: WantedSheet<C>,
  rows: readonly Partial<Readonly<Record<C, WrittenCell>>>[],
) => ({
  name: wanted.name,
  head: Object.values<{ head: string }>(wanted.columns).map((one) => one.head),
  rows: inColumns(wanted, rows),
  widths: [],
});

/** A yearly plan as an office would fill it in: an xlsx file; the sheet of sessions only where there are some. */
export const planFile = (
  rows: readonly PlannedRow[],
  sittings: readonly PlannedSitting[] = [],
): Promise<Uint8Array> =>
  writeSheets([
    sheet(PLAN_SHEETS.plan, rows),
    ...(sittings.length === 0 ? [] : [sheet(PLAN_SHEETS.sessions, sittings)]),
  ]);
