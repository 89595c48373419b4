import { readFileSync } from "node:fs";
import { cleanCell } from "#src/domain/roster/clean-cell.ts";
import type { RosterProblem } from "#src/domain/roster/roster.ts";
import type { Sheet } from "#src/domain/roster/sheet-rows.ts";
import type { UnreadableFile } from "#src/domain/roster/sheet-file.ts";
import { readSheets } from "#src/files/read-sheets.ts";
import { Fault } from "#src/kernel/fault.ts";
import { rosterProblem } from "#src/text/roster.ts";
import type { CommandContext } from "./command.ts";

const UNREADABLE = {
  "too-large": "is larger than 10 MB: split it.",
  "not-xlsx": "is no xlsx that can be read: save it as xlsx and try again.",
  locked: "is an old xls or locked with a password: save it as xlsx without one.",
  bomb: "unpacks to more than 100 MB, or hides how large it becomes: it is no list.",
} as const satisfies Record<UnreadableFile, string>;

/** The sheets of an xlsx file that are asked for, and the names of the others. */
export async function readSheetsOf(
  file: string,
  wanted: readonly { readonly name: string }[],
): Promise<readonly Sheet[]> {
  const names = new Set(wanted.map((one) => one.name));
  const sheets = await readSheets(readBytes(file), (name) => names.has(cleanCell(name)));
  if (typeof sheets === "string") throw new Fault("command.failed", `${file} ${UNREADABLE[sheets]}`);
  return sheets;
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Fault("command.failed", `${file} cannot be read: check its path.`, { cause });
  }
}

/** Shows every bad cell, and makes the one sentence that ends the command. */
export function refuseCells(problems: readonly RosterProblem[], { print }: CommandContext): Fault {
  for (const problem of problems) print(rosterProblem(problem));
  const cells = problems.reduce((sum, { alsoRows = [] }) => sum + 1 + alsoRows.length, 0);
  return new Fault(
    "command.failed",
    `${cells === 1 ? "1 cell is" : `${cells} cells are`} wrong; nothing was changed.`,
  );
}

/** Says how far something long is, a line for each tenth of it. */
export function printProgress({ print }: CommandContext): (done: number, of: number) => void {
  let said = 0;
  return (done, of) => {
    const tenth = Math.floor((done * 10) / Math.max(1, of));
    if (tenth === said || of < 1_000) return;
    said = tenth;
    print(`${done} of ${of} rows filed`);
  };
}
