import { ROSTER_SHEETS } from "#src/domain/roster/roster-sheets.ts";
import type { Sheet, WantedSheet } from "#src/domain/roster/sheet-rows.ts";
import type { WrittenCell } from "#src/domain/roster/sheet-file.ts";
import { writeSheets } from "#src/files/write-sheets.ts";

type Sheets = typeof ROSTER_SHEETS;
/** Rows of one sheet, by what its columns are called in code; what is left out is empty. */
export type RowsOf<K extends keyof Sheets> = readonly Partial<
  Readonly<Record<keyof Sheets[K]["columns"], WrittenCell>>
>[];
export type RosterRows = { readonly [K in keyof Sheets]?: RowsOf<K> };

/** Rows as the columns of a sheet want them. */
export function inColumns<C extends string>(
  { columns }: WantedSheet<C>,
  rows: readonly Partial<Readonly<Record<C, WrittenCell>>>[],
): WrittenCell[][] {
  const keys = Object.keys(columns) as C[];
  return rows.map((row) => keys.map((key) => row[key] ?? null));
}

/** A roster as an office would fill it in: an xlsx file. */
export async function rosterFile(rows: RosterRows): Promise<Uint8Array> {
  const sheet = <C extends string>(
    wanted: WantedSheet<C>,
    some: readonly Partial<Record<C, WrittenCell>>[],
  ) => ({
    name: wanted.name,
    head: Object.values<{ head: string }>(wanted.columns).map((one) => one.head),
    rows: inColumns(wanted, some),
    widths: [],
  });
  return writeSheets([
    sheet(ROSTER_SHEETS.orgs, rows.orgs ?? []),
    sheet(ROSTER_SHEETS.mandates, rows.mandates ?? []),
    sheet(ROSTER_SHEETS.staff, rows.staff ?? []),
  ]);
}

/** The same as sheets that were read already. */
export function rosterSheets(rows: RosterRows): Sheet[] {
  const sheet = <C extends string>(
    wanted: WantedSheet<C>,
    some: readonly Partial<Record<C, WrittenCell>>[],
  ): Sheet => {
    const heads = Object.values<{ head: string }>(wanted.columns).map((one) => one.head);
    const cells = [heads, ...inColumns(wanted, some)];
    return { name: wanted.name, rows: cells.map((row) => row.map((cell) => ({ text: String(cell ?? "") }))) };
  };
  return [
    sheet(ROSTER_SHEETS.orgs, rows.orgs ?? []),
    sheet(ROSTER_SHEETS.mandates, rows.mandates ?? []),
    sheet(ROSTER_SHEETS.staff, rows.staff ?? []),
  ];
}
