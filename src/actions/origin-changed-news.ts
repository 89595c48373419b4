import type { Tx } from "#db/client.ts";
import { listSharesOf } from "#db/queries/companions.ts";
import { listStaffOfMandates } from "#db/queries/staff-over.ts";
import type { News } from "#src/domain/news.ts";
import type { SimilarRecord } from "#src/domain/requests/report.ts";
import type { When } from "#src/domain/when.ts";

/** What a record said before it was changed and says now, and the shares that say so as well. */
export type OriginChange = {
  readonly id: number;
  readonly field: string;
  readonly of: string;
  readonly was: SimilarRecord;
  readonly now: SimilarRecord;
  readonly followed: readonly number[];
};

/**
 * Tells the owners of a record's shares what it said and says now, and whether their share says so as well. Where one
 * does not, the clerks who look after its owner are told too: one occasion stands in two wordings.
 */
export async function originChangedNews(
  tx: Tx,
  { id, field, of, was, now: said, followed }: OriginChange,
  { now, today }: When,
): Promise<News[]> {
  const shares = await listSharesOf(tx, [id]);
  const apart = shares.filter((one) => !followed.includes(one.id));
  const staff = await listStaffOfMandates(
    tx,
    apart.map((one) => one.mandateId),
    ["township_clerk", "township_chair"],
    today,
  );
  const key = (number: string): string => `origin:${id}:${number}:changed:${field}:${now.toISOString()}`;
  const toOwners = shares.map((one) => ({
    to: one.personId,
    key: key(one.record.number),
    word: {
      kind: "share.origin-changed",
      of,
      was,
      now: said,
      share: one.record,
      followed: !apart.includes(one),
    } as const,
  }));
  const toStaff = apart.flatMap((one) =>
    (staff.get(one.mandateId) ?? []).map((to) => ({
      to,
      key: key(one.record.number),
      word: {
        kind: "share.left-over",
        number: said.number,
        of,
        what: "changed",
        share: { number: one.record.number, name: one.name },
      } as const,
    })),
  );
  return [...toOwners, ...toStaff];
}
