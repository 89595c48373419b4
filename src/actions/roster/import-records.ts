import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertRecords } from "#db/queries/duty-records.ts";
import { claimFiling, nextNumbers } from "#db/queries/numbers.ts";
import { listOldRecords } from "#db/queries/old-records.ts";
import { yearOf } from "#src/domain/day.ts";
import { inChunks } from "#src/domain/in-chunks.ts";
import { type OldRecord, recordKey } from "#src/domain/roster/parse-records.ts";
import type { When } from "#src/domain/when.ts";
import { nth } from "#src/kernel/nth.ts";
import type { Progress } from "./apply-roster.ts";

/** What of a file is missing, and how many records of its people and days came from a file before. */
export type ComparedRecords = { readonly missing: readonly OldRecord[]; readonly earlier: number };

/** Compares records with what is on file; nobody files meanwhile. */
export async function compareRecords(tx: Tx, records: readonly OldRecord[]): Promise<ComparedRecords> {
  await claimFiling(tx);
  const days = records.map((one) => one.date).sort();
  const people = [...new Set(records.map((one) => one.personId))];
  const known = await listOldRecords(tx, people, { from: days[0] ?? "", to: days.at(-1) ?? "" });
  const onFile = new Set(known.map(recordKey));
  return { missing: records.filter((one) => !onFile.has(recordKey(one))), earlier: known.length };
}

/**
 * Files records of an earlier time under the mandates that ran then, numbered in the years they belong to. The office's
 * own books are their proof: they stand verified, and nobody has to say 对.
 */
export async function importRecords(
  tx: Tx,
  records: readonly OldRecord[],
  { now }: When,
  progress: Progress,
): Promise<void> {
  let done = 0;
  for (const [year, ofYear] of Map.groupBy(records, (one) => yearOf(one.date))) {
    for (const some of inChunks(ofYear)) {
      const numbers = await nextNumbers(tx, "record", year, some.length);
      const ids = await insertRecords(
        tx,
        some.map((one, at) => ({
          number: nth(numbers, at),
          personId: one.personId,
          mandateId: one.mandateId,
          kind: one.kind,
          startsOn: one.date,
          endsOn: one.end,
          place: one.place,
          counts: one.counts,
          approx: [],
          narrative: one.text,
          source: "import" as const,
          state: "verified" as const,
          acknowledgedAt: now,
          filedAt: now,
          verifiedAt: now,
        })),
      );
      const line = { at: now, actorId: null, action: "report.import", subject: "duty_record" };
      await insertAudit(
        tx,
        ids.map((subjectId) => ({ ...line, subjectId })),
      );
      progress((done += some.length), records.length);
    }
  }
}
