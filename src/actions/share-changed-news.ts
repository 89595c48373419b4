import type { Tx } from "#db/client.ts";
import { findOrigin } from "#db/queries/companions.ts";
import type { DutyRecord } from "#db/queries/duty-records.ts";
import { listStaffOfMandates } from "#db/queries/staff-over.ts";
import type { News } from "#src/domain/news.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import { saysAlike } from "#src/domain/says-alike.ts";
import type { SimilarRecord } from "#src/domain/requests/report.ts";
import type { When } from "#src/domain/when.ts";

/** What a companion's record said before it was changed and says now. */
export type ShareChange = {
  readonly record: DutyRecord;
  readonly amendment: Amendment;
  readonly of: string;
  readonly was: SimilarRecord;
  readonly now: SimilarRecord;
};

/**
 * Tells the colleague whose record a share came from what the companion made of it, and whether the two still say the
 * same. Of another day or kind they would be counted as two occasions: the clerks of both hear that.
 */
export async function shareChangedNews(
  tx: Tx,
  { record, amendment, of, was, now: said }: ShareChange,
  { now, today }: When,
): Promise<News[]> {
  const origin = await findOrigin(tx, record);
  if (origin === undefined) return [];
  const { field } = amendment;
  const own = saysAlike(field, origin.record, said) ? "alike" : "left";
  const key = `share:${record.id}:changed:${field}:${now.toISOString()}`;
  const toOwner = {
    to: origin.personId,
    key,
    word: {
      kind: "share.origin-changed",
      of,
      was,
      now: said,
      share: origin.record,
      own,
      ...(own === "left" && !origin.verified ? { amendment } : {}),
    },
  } as const;
  const isApart = own === "left" && (field === "date" || field === "kind");
  if (!isApart) return [toOwner];
  const mandates = [origin.mandateId, record.mandateId];
  const staff = await listStaffOfMandates(tx, mandates, ["township_clerk", "township_chair"], today);
  const share = { number: origin.record.number, name: origin.name };
  const word = { kind: "share.left-over", number: said.number, of, what: "changed", share } as const;
  return [toOwner, ...[...new Set([...staff.values()].flat())].map((to) => ({ to, key, word }))];
}
