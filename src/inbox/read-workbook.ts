import type { Tx } from "#db/client.ts";
import { findAttachment } from "#db/queries/attachments.ts";
import { CARING_ROLES } from "#src/actions/rights.ts";
import type { Facts } from "#src/domain/facts.ts";
import { MINUTES_SHEETS } from "#src/domain/attendance/minutes-sheet.ts";
import { parseMinutes } from "#src/domain/attendance/parse-minutes.ts";
import { parsePlan } from "#src/domain/plans/parse-plan.ts";
import { PLAN_SHEETS } from "#src/domain/plans/plan-sheet.ts";
import type { WorkbookOutcome, WorkbookRequest } from "#src/domain/requests/workbook.ts";
import { cleanCell } from "#src/domain/roster/clean-cell.ts";
import type { PerformParts } from "./perform.ts";

/** Reads a workbook of the speaker's own conversation, and says by its sheets what it is of. */
export async function readWorkbook(
  tx: Tx,
  { vault, workbooks }: PerformParts,
  { file, messageId }: Extract<WorkbookRequest, { do: "workbook.read" }>,
  { account, today }: Facts,
): Promise<WorkbookOutcome> {
  const found = await findAttachment(tx, file, account.conversation, { roles: CARING_ROLES, today });
  if (found === undefined) return { of: "workbook.unreadable", why: "gone" };
  const sheets = await workbooks.read(vault.openBytes(found.bytes));
  if (typeof sheets === "string") return { of: "workbook.unreadable", why: sheets };
  const names = sheets.map((one) => cleanCell(one.name));
  if (names.includes(MINUTES_SHEETS.minutes.name)) {
    const read = parseMinutes(sheets);
    return "problems" in read
      ? { of: "workbook.faulty", problems: read.problems }
      : { of: "workbook.minutes", messageId, register: read.register };
  }
  return Object.values(PLAN_SHEETS).some(({ name }) => names.includes(name))
    ? { of: "workbook.plan", messageId, ...parsePlan(sheets) }
    : { of: "workbook.unknown", sheets: names.slice(0, 5) };
}
