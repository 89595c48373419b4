import type { WrittenSheet } from "#src/domain/roster/sheet-file.ts";
import type { RosterColumn } from "#src/domain/roster/roster-sheets.ts";
import { ROSTER_EXPLAINED } from "./roster.ts";
import type { ColumnWords } from "./roster-columns.ts";
import { typeset } from "./typeset.ts";

type Tables = Readonly<
  Record<string, { readonly name: string; readonly columns: Readonly<Record<string, RosterColumn>> }>
>;
type Words = Readonly<Record<string, Readonly<Record<string, ColumnWords>>>>;

/** A sheet for each table, empty, and one that explains every column with an example. */
export function templateSheets(tables: Tables, words: Words): WrittenSheet[] {
  const empty = Object.values(tables).map(({ name, columns }) => {
    const heads = Object.values(columns).map((one) => one.head);
    return { name, head: heads, rows: [], widths: heads.map(() => 16) };
  });
  const explanations = Object.entries(tables).flatMap(([table, { name, columns }]) =>
    Object.entries(columns).map(([column, { head, required }]) => {
      const [about = "", example = ""] = words[table]?.[column] ?? [];
      const whether = required ? ROSTER_EXPLAINED.required : ROSTER_EXPLAINED.optional;
      return [name, head, whether, typeset(about), example];
    }),
  );
  const { sheet: name, head } = ROSTER_EXPLAINED;
  return [...empty, { name, head, rows: explanations, widths: [12, 14, 10, 60, 20] }];
}
