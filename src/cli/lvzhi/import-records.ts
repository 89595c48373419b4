import { importRecords, listMissingRecords } from "#src/actions/roster/import-records.ts";
import { readRosterState } from "#db/queries/roster-state.ts";
import { localDay } from "#src/domain/local-time.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import { parseRecords } from "#src/domain/roster/parse-records.ts";
import { RECORD_SHEETS } from "#src/domain/roster/record-sheet.ts";
import { type Command, misused, withWorkshop } from "./command.ts";
import { printProgress, readSheetsOf, refuseCells } from "./sheet-file.ts";

/** Takes records of earlier years over from xlsx: all of them, or nothing and the list of every bad cell; each once. */
export const IMPORT_RECORDS: Command = {
  usage: "FILE.xlsx [--dry-run]",
  does: "takes duty records of earlier years over; what is on file already is left alone",
  run: async ([file, option, ...more], context) => {
    if (file === undefined || (option !== undefined && option !== "--dry-run") || more.length > 0)
      throw misused("import-records takes FILE.xlsx and, to look only, --dry-run.");
    const sheets = await readSheetsOf(file, Object.values(RECORD_SHEETS));
    await withWorkshop(context, async ({ config, database: { db }, vault, clock }) => {
      const now = clock();
      const when = { now, zone: config.TIME_ZONE, today: localDay(now, config.TIME_ZONE) };
      await db.transaction(async (tx) => {
        const state = await readRosterState(tx, vault);
        const parsed = parseRecords(sheets, state, when.today, withoutPersonalData);
        if ("problems" in parsed) throw refuseCells(parsed.problems, context);
        const { records } = parsed;
        const missing = await listMissingRecords(tx, records);
        const told = `${missing.length} records; ${records.length - missing.length} were on file already`;
        if (option !== undefined) return context.print(`Would file ${told}.`);
        await importRecords(tx, missing, when, printProgress(context));
        context.print(`Filed ${told}.`);
      });
    });
  },
};
