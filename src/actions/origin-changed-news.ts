import type { Tx } from "#db/client.ts";
import type { Followed } from "#db/queries/follow-origin.ts";
import { listSharesOf, type StandingShare } from "#db/queries/companions.ts";
import { listStaffOfMandates } from "#db/queries/staff-over.ts";
import type { News } from "#src/domain/news.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import type { SimilarRecord } from "#src/domain/requests/report.ts";
import { saysAlike } from "#src/domain/says-alike.ts";
import type { When } from "#src/domain/when.ts";

/** What a record said before it was changed and says now, and the shares that followed it. */
export type OriginChange = {
  readonly id: number;
  readonly amendment: Amendment;
  readonly of: string;
  readonly was: SimilarRecord;
  readonly now: SimilarRecord;
  readonly followed: readonly Followed[];
};

/**
 * Tells the owners of a record's shares what it said and says now, and whether their share says so as well. Where one
 * does not, the clerks who look after its owner are told too: one occasion stands in two wordings. So are they where one
 * does that they had verified.
 */
export async function originChangedNews(
  tx: Tx,
  { id, amendment, of, was, now: said, followed }: OriginChange,
  { now, today }: When,
): Promise<News[]> {
  const ownOf = (share: StandingShare): "followed" | "reopened" | "alike" | "left" => {
    const own = followed.find((one) => one.id === share.id);
    if (own !== undefined) return own.reopened ? "reopened" : "followed";
    return saysAlike(amendment.field, share.record, said) ? "alike" : "left";
  };
  const shares = (await listSharesOf(tx, [id])).map((one) => ({ ...one, own: ownOf(one) }));
  const apart = shares.filter((one) => one.own === "left" || one.own === "reopened");
  const staff = await listStaffOfMandates(
    tx,
    apart.map((one) => one.mandateId),
    ["township_clerk", "township_chair"],
    today,
  );
  const key = (number: string): string =>
    `origin:${id}:${number}:changed:${amendment.field}:${now.toISOString()}`;
  const toOwners = shares.map(({ personId, record, own, verified }) => ({
    to: personId,
    key: key(record.number),
    word: {
      kind: "share.origin-changed",
      of,
      was,
      now: said,
      share: record,
      own,
      ...(own === "left" && !verified ? { amendment } : {}),
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
        what: one.own === "reopened" ? "reopened" : "changed",
        share: { number: one.record.number, name: one.name },
      } as const,
    })),
  );
  return [...toOwners, ...toStaff];
}
