import { existsSync, writeFileSync } from "node:fs";
import { RECORD_SHEETS } from "#src/domain/roster/record-sheet.ts";
import { ROSTER_SHEETS, type RosterColumn } from "#src/domain/roster/roster-sheets.ts";
import { writeSheets, type WrittenSheet } from "#src/files/write-sheets.ts";
import { Fault } from "#src/kernel/fault.ts";
import { ROSTER_EXPLAINED } from "#src/text/roster.ts";
import { type ColumnWords, RECORD_COLUMN_WORDS, ROSTER_COLUMN_WORDS } from "#src/text/roster-columns.ts";
import { typeset } from "#src/text/typeset.ts";
import { type Command, misused } from "./command.ts";

type Tables = Readonly<
  Record<string, { readonly name: string; readonly columns: Readonly<Record<string, RosterColumn>> }>
>;
type Words = Readonly<Record<string, Readonly<Record<string, ColumnWords>>>>;

const templateCommand = (
  command: string,
  what: string,
  taker: string,
  tables: Tables,
  words: Words,
): Command => ({
  usage: "FILE.xlsx",
  does: `writes ${what} to fill in, with explanations`,
  run: async ([file], { print }) => {
    if (file === undefined) throw misused(`${command} takes FILE.xlsx.`);
    if (existsSync(file)) throw new Fault("command.failed", `${file} exists already: take another name.`);
    writeFileSync(file, await writeSheets(toTemplate(tables, words)));
    print(`Wrote ${file}. Fill it in, then: npm run -s lvzhi -- ${taker} ${file}`);
  },
});

/** Writes an empty roster with its explanations; never over a file that exists. */
export const ROSTER_TEMPLATE = templateCommand(
  "roster-template",
  "an empty roster",
  "import-roster",
  ROSTER_SHEETS,
  ROSTER_COLUMN_WORDS,
);

/** Writes an empty list of old records with its explanations; never over a file that exists. */
export const RECORDS_TEMPLATE = templateCommand(
  "records-template",
  "an empty list of old records",
  "import-records",
  RECORD_SHEETS,
  RECORD_COLUMN_WORDS,
);

/** A sheet for each table, empty, and one that explains every column with an example. */
function toTemplate(tables: Tables, words: Words): WrittenSheet[] {
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
