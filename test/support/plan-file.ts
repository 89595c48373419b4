import { PLAN_SHEETS } from "#src/domain/plans/plan-sheet.ts";
import type { WrittenCell } from "#src/domain/roster/sheet-file.ts";
import { writeSheets } from "#src/files/write-sheets.ts";
import { inColumns } from "./roster-file.ts";

/** A row of a yearly plan, by what its columns are called in code. */
export type PlannedRow = Partial<Readonly<Record<keyof typeof PLAN_SHEETS.plan.columns, WrittenCell>>>;

/** A yearly plan as an office would fill it in: an xlsx file. */
export const planFile = (rows: readonly PlannedRow[]): Promise<Uint8Array> =>
  writeSheets([
    {
      name: PLAN_SHEETS.plan.name,
      head: Object.values(PLAN_SHEETS.plan.columns).map((one) => one.head),
      rows: inColumns(PLAN_SHEETS.plan, rows),
      widths: [],
    },
  ]);
