import type { Tx } from "#db/client.ts";
import { insertAttachment } from "#db/queries/attachments.ts";
import type { Facts } from "#src/domain/facts.ts";
import { MINUTES_SHEETS } from "#src/domain/attendance/minutes-sheet.ts";
import { PLAN_SHEETS } from "#src/domain/plans/plan-sheet.ts";
import type { WorkbookOutcome, WorkbookRequest } from "#src/domain/requests/workbook.ts";
import { MINUTES_COLUMN_WORDS, MINUTES_FILE } from "#src/text/minutes-file.ts";
import { PLAN_COLUMN_WORDS, PLAN_FILE } from "#src/text/plan-file.ts";
import { templateSheets } from "#src/text/template-sheets.ts";
import type { PerformParts } from "./perform.ts";

const planSheets = () => templateSheets(PLAN_SHEETS, PLAN_COLUMN_WORDS);
const minutesSheets = () => templateSheets(MINUTES_SHEETS, MINUTES_COLUMN_WORDS);

/** Lays an empty workbook to fill in into the files of this conversation. */
export async function handOutTemplate(
  tx: Tx,
  { vault, workbooks }: PerformParts,
  { messageId, of: what }: Extract<WorkbookRequest, { do: "workbook.template" }>,
  { account, now }: Facts,
): Promise<WorkbookOutcome> {
  const bytes = Buffer.from(await workbooks.write(what === "plan" ? planSheets() : minutesSheets()));
  const file = {
    id: vault.token(`template ${messageId}`),
    ...(what === "plan" ? PLAN_FILE : MINUTES_FILE),
  };
  const { conversation } = account;
  await insertAttachment(tx, {
    ...file,
    conversation,
    size: bytes.length,
    bytes: vault.sealBytes(bytes),
    createdAt: now,
  });
  return { of: "workbook.template", what, file };
}
