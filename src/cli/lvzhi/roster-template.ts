import { existsSync, writeFileSync } from "node:fs";
import { PLAN_SHEETS } from "#src/domain/plans/plan-sheet.ts";
import { RECORD_SHEETS } from "#src/domain/roster/record-sheet.ts";
import { ROSTER_SHEETS, type RosterColumn } from "#src/domain/roster/roster-sheets.ts";
import { writeSheets } from "#src/files/write-sheets.ts";
import { Fault } from "#src/kernel/fault.ts";
import { type ColumnWords, RECORD_COLUMN_WORDS, ROSTER_COLUMN_WORDS } from "#src/text/roster-columns.ts";
import { PLAN_COLUMN_WORDS } from "#src/text/plan-file.ts";
import { templateSheets } from "#src/text/template-sheets.ts";
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
    writeFileSync(file, await writeSheets(templateSheets(tables, words)));
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

/** Writes an empty yearly plan with its explanations; never over a file that exists. */
export const PLAN_TEMPLATE = templateCommand(
  "plan-template",
  "an empty yearly plan",
  "import-plan",
  PLAN_SHEETS,
  PLAN_COLUMN_WORDS,
);
