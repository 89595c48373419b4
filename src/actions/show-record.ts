import type { Tx } from "#db/client.ts";
import { findShownRecord } from "#db/queries/shown-records.ts";
import type { RecordOutcome, RecordRequest } from "#src/domain/requests/record.ts";
import type { ReportRefusal } from "#src/domain/requests/report.ts";
import type { Grant } from "./gate.ts";

/** Shows one record with its files, to its deputy and to the staff who look after it. */
export async function showRecord(
  tx: Tx,
  { personId, scope }: Grant,
  { number }: RecordRequest,
): Promise<RecordOutcome | ReportRefusal> {
  const view = await findShownRecord(tx, number, { personId, scope });
  return view === undefined ? "no-such-record" : { of: "record.shown", view };
}
