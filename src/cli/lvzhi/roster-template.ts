import { existsSync, writeFileSync } from "node:fs";
import { ROSTER_SHEETS } from "#src/domain/roster/roster-sheets.ts";
import { writeSheets, type WrittenSheet } from "#src/files/write-sheets.ts";
import { Fault } from "#src/kernel/fault.ts";
import { type Command, misused } from "./command.ts";

/** Writes an empty roster with its explanations; never over a file that exists. */
export const ROSTER_TEMPLATE: Command = {
  usage: "FILE.xlsx",
  does: "writes an empty roster to fill in, with explanations",
  run: async ([file], { print }) => {
    if (file === undefined) throw misused("roster-template takes FILE.xlsx.");
    if (existsSync(file)) throw new Fault("command.failed", `${file} exists already: take another name.`);
    writeFileSync(file, await writeSheets(rosterTemplate()));
    print(`Wrote ${file}. Fill it in, then: npm run -s lvzhi -- import-roster ${file}`);
  },
};

/** The sheets of the template: one for each table, and one that explains every column with an example. */
export function rosterTemplate(): WrittenSheet[] {
  const tables = Object.values(ROSTER_SHEETS);
  const empty = tables.map(({ name, columns }) => {
    const heads = Object.values(columns).map((one) => one.head);
    return { name, head: heads, rows: [], widths: heads.map(() => 16) };
  });
  const explanations = tables.flatMap(({ name, columns }) =>
    Object.values(columns).map(({ head, required, about, example }) => [
      name,
      head,
      required ? "必填" : "选填",
      about,
      example,
    ]),
  );
  const head = ["表", "列", "要不要填", "怎么填", "例子"];
  return [...empty, { name: "说明", head, rows: explanations, widths: [12, 14, 10, 60, 20] }];
}
