import { readFileSync } from "node:fs";
import { importRoster, type RosterChanges } from "#src/actions/import-roster.ts";
import { listOrgIds } from "#db/queries/roster.ts";
import { parseRoster } from "#src/domain/roster/parse-roster.ts";
import type { Roster, RosterProblem } from "#src/domain/roster/roster.ts";
import type { Sheet } from "#src/domain/roster/sheet-rows.ts";
import { readSheets } from "#src/files/read-sheets.ts";
import { Fault } from "#src/kernel/fault.ts";
import { rosterProblem } from "#src/text/roster.ts";
import { type Command, type CommandContext, misused, withWorkshop } from "./command.ts";

/** Takes a roster over from xlsx: all of it, or nothing and the list of every bad cell. */
export const IMPORT_ROSTER: Command = {
  usage: "FILE.xlsx [--dry-run]",
  does: "takes a roster over: people, mandates, groups, staff roles, units",
  run: async ([file, option], context) => {
    if (file === undefined || (option !== undefined && option !== "--dry-run"))
      throw misused("import-roster takes FILE.xlsx and, to look only, --dry-run.");
    const sheets = await readFile(file);
    await withWorkshop(context, async ({ database: { db } }) => {
      const known = await db.transaction(listOrgIds);
      const parsed = parseRoster(sheets, new Set(known.keys()));
      if ("problems" in parsed) throw refused(parsed.problems, context);
      context.print(`Read ${counted(parsed.roster)}; filing…`);
      const changes = await db
        .transaction(async (tx) => {
          const done = await importRoster(tx, parsed.roster);
          if ("problems" in done) throw refused(done.problems, context);
          if (option === "--dry-run") throw new DryRun(done);
          return done;
        })
        .catch(fromDryRun);
      context.print(`${option === undefined ? "Filed" : "Would file"}: ${told(changes)}.`);
    });
  },
};

/** Carries what a dry run found out of the transaction that it rolls back. */
class DryRun extends Error {
  readonly changes: RosterChanges;
  constructor(changes: RosterChanges) {
    super("dry run");
    this.changes = changes;
  }
}

function fromDryRun(error: unknown): RosterChanges {
  if (error instanceof DryRun) return error.changes;
  throw error;
}

const UNREADABLE = {
  "too-large": "is larger than 10 MB: split it.",
  "not-xlsx": "is no xlsx that can be read: save it as xlsx and try again.",
  bomb: "unpacks to more than 100 MB: it is not a roster.",
} as const;

async function readFile(file: string): Promise<readonly Sheet[]> {
  const sheets = await readSheets(readBytes(file));
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

function refused(problems: readonly RosterProblem[], { print }: CommandContext): Fault {
  for (const problem of problems.slice(0, 200)) print(rosterProblem(problem));
  return new Fault("command.failed", `${problems.length} cells are wrong; nothing was changed.`);
}

const counted = ({ orgs, mandates, staff }: Roster): string =>
  `${orgs.length} organisations, ${mandates.length} mandates, ${staff.length} staff roles`;

const told = ({ orgs, people, mandates, roles }: RosterChanges): string =>
  `${orgs} organisations and ${people} people new; mandates ${mandates.added} new, ${mandates.changed} changed; ` +
  `roles ${roles.added} new, ${roles.changed} changed`;
