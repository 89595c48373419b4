import { compareRecords, importRecords } from "#src/actions/roster/import-records.ts";
import { sightOf } from "#src/actions/sight-of.ts";
import type { Tx } from "#db/client.ts";
import { readRosterState } from "#db/queries/roster-state.ts";
import { localDay } from "#src/domain/local-time.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import { type OldRecord, parseRecords } from "#src/domain/roster/parse-records.ts";
import { RECORD_SHEETS } from "#src/domain/roster/record-sheet.ts";
import type { RosterState } from "#src/domain/roster/roster-state.ts";
import type { When } from "#src/domain/when.ts";
import { oldRecordLine } from "#src/text/old-record-line.ts";
import { type Command, type CommandContext, misused, withWorkshop } from "./command.ts";
import { findGo, type Go, isGoFor, refuseUnseen, toMake } from "./find-go.ts";
import { printProgress, readSheetsOf, refuseCells } from "./sheet-file.ts";

/**
 * Takes records of earlier years over from xlsx: all of them, or nothing and the list of every bad cell; each once.
 * Where some of these people and days came from a file before, a row that was changed would be a second record: what is
 * missing is shown with a mark, and only that is filed with --yes=MARK.
 */
export const IMPORT_RECORDS: Command = {
  usage: "FILE.xlsx [--dry-run|--yes=MARK]",
  does: "takes duty records of earlier years over; what is on file already is left alone, more of the same time needs --yes=MARK of the look",
  run: async ([file, ...options], context) => {
    const go = findGo(options);
    if (file === undefined || go === undefined)
      throw misused(
        "import-records takes FILE.xlsx, and --dry-run to look only or --yes=MARK, with the mark of the look, to file what was shown.",
      );
    const sheets = await readSheetsOf(file, Object.values(RECORD_SHEETS));
    await withWorkshop(context, async ({ config, database: { db }, vault, clock }) => {
      const now = clock();
      const when = { now, zone: config.TIME_ZONE, today: localDay(now, config.TIME_ZONE) };
      await db.transaction(async (tx) => {
        const state = await readRosterState(tx, vault);
        const parsed = parseRecords(sheets, state, when.today, withoutPersonalData);
        if ("problems" in parsed) throw refuseCells(parsed.problems, context);
        await compareAndFile(tx, { records: parsed.records, state, go, when }, context);
      });
    });
  },
};

type Wish = {
  readonly records: readonly OldRecord[];
  readonly state: RosterState;
  readonly go: Go;
  readonly when: When;
};

async function compareAndFile(
  tx: Tx,
  { records, state, go, when }: Wish,
  context: CommandContext,
): Promise<void> {
  const { missing, earlier } = await compareRecords(tx, records);
  const told = `${missing.length} records; ${records.length - missing.length} were on file already`;
  if (missing.length === 0) return context.print(`Filed ${told}.`);
  const mark = sightOf(missing);
  const isSeen = isGoFor(go, mark);
  const names = new Map(state.people.map((one) => [one.id, one] as const));
  if (!isSeen && (earlier > 0 || go !== "ask"))
    for (const one of missing) context.print(oldRecordLine(one, names.get(one.personId)));
  if (go === "look") return context.print(`Would file ${told}. ${toMake(mark)}`);
  if (!isSeen && (earlier > 0 || go !== "ask")) throw refuseUnseen(go, mark, told);
  await importRecords(tx, missing, when, printProgress(context));
  context.print(`Filed ${told}.`);
}
