import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { markWithdrawn, traceChanges } from "#db/queries/duty-records.ts";
import type { EnteredBy } from "#db/queries/entered-by.ts";
import type { News } from "#src/domain/news.ts";
import type { ReportOutcome } from "#src/domain/requests/report.ts";
import type { When } from "#src/domain/when.ts";
import type { Grant } from "./gate.ts";

type Withdrawn = {
  readonly outcome: Extract<ReportOutcome, { of: "report.withdraw" }>;
  readonly news: readonly News[];
};

/**
 * Takes back what somebody of the staff wrote down for a deputy who has not spoken on it: nobody but the writer knows that it
 * was a slip. With a trace, and the deputy, who was asked about it, hears that it is gone.
 */
export async function withdrawEntered(
  tx: Tx,
  { personId: actorId, actorName: by }: Grant,
  records: readonly EnteredBy[],
  { now: at }: When,
): Promise<Withdrawn> {
  const ids = records.map((one) => one.id);
  const opinions = await markWithdrawn(tx, ids);
  await traceChanges(
    tx,
    ids.map((recordId) => ({
      recordId,
      byPerson: actorId,
      field: "state",
      before: "confirmed",
      after: "withdrawn",
      at,
    })),
  );
  await insertAudit(
    tx,
    ids.map((subjectId) => ({
      at,
      actorId,
      action: "report.withdraw",
      subject: "duty_record",
      subjectId,
    })),
  );
  const numbers = [...records.map((one) => one.number), ...opinions];
  return {
    outcome: {
      of: "report.withdraw",
      numbers,
      entered: [...new Set(records.map((one) => one.name))],
    },
    news: records.map(({ number, kind, date, personId }) => ({
      to: personId,
      key: `entered-withdrawn:${number}`,
      word: { kind: "report.entered-withdrawn", record: { number, kind, date }, by },
    })),
  };
}
