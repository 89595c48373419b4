import type { Tx } from "#db/client.ts";
import { findChangedLast, listRecordChanges } from "#db/queries/record-changes.ts";
import { findShownRecord } from "#db/queries/shown-records.ts";
import type { RecordOutcome, RecordRequest } from "#src/domain/requests/record.ts";
import type { ReportRefusal } from "#src/domain/requests/report.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";

/** Shows one record with its files, or what was changed in it, to its deputy and to the staff who look after it. */
export async function showRecord(
  tx: Tx,
  { personId, scope }: Grant,
  { number, changes }: RecordRequest,
  { zone }: When,
): Promise<RecordOutcome | ReportRefusal> {
  const meant = number ?? (await findChangedLast(tx, personId));
  if (meant === undefined) return "never-changed";
  const view = await findShownRecord(tx, meant, { personId, scope });
  if (view === undefined) return "no-such-record";
  const trace = changes === true ? await listRecordChanges(tx, meant, zone) : undefined;
  return { of: "record.shown", view, ...(trace === undefined ? {} : { trace }) };
}
