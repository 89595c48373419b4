import type { Tx } from "#db/client.ts";
import { listSharesOf, type StandingShare } from "#db/queries/companions.ts";
import { listStaffOfMandates } from "#db/queries/staff-over.ts";
import type { News } from "#src/domain/news.ts";
import type { When } from "#src/domain/when.ts";
import { under } from "#src/kernel/under.ts";

/** A record that others have a share of. */
type Origin = { readonly id: number; readonly number: string };

/** What became of it. */
type Fate = "withdrawn" | "returned" | "restored";

/**
 * A share is its owner's own word and stays when the record it came from is taken back or returned; but it is never left
 * to itself: its owner is told, and so are the clerks who look after the owner; and when that record is back, the owner.
 */
export async function originNews(
  tx: Tx,
  origins: readonly Origin[],
  of: string | ReadonlyMap<number, string>,
  what: Fate,
  { now, today }: When,
): Promise<News[]> {
  const ids = origins.map((one) => one.id);
  const shares = await listSharesOf(tx, ids);
  if (shares.length === 0) return [];
  const at = now.toISOString();
  const ownerOf = (id: number): string => (typeof of === "string" ? of : under(of, id));
  const numberOf = new Map(origins.map((one) => [one.id, one.number]));
  const key = ({ originId, record }: StandingShare): string =>
    `origin:${originId}:${record.number}:${what}:${at}`;
  const toOwners = shares.map((one) => ({
    to: one.personId,
    key: key(one),
    word: {
      kind: "share.origin-moved",
      number: under(numberOf, one.originId),
      of: ownerOf(one.originId),
      what,
      share: one.record,
    } as const,
  }));
  // Nobody has to look after a share that is one with its record again.
  if (what === "restored") return toOwners;
  const staff = await listStaffOfMandates(
    tx,
    shares.map((one) => one.mandateId),
    ["township_clerk", "township_chair"],
    today,
  );
  const toStaff = shares.flatMap((one) =>
    (staff.get(one.mandateId) ?? []).map((to) => ({
      to,
      key: key(one),
      word: {
        kind: "share.left-over",
        number: under(numberOf, one.originId),
        of: ownerOf(one.originId),
        what,
        share: { number: one.record.number, name: one.name },
      } as const,
    })),
  );
  return [...toOwners, ...toStaff];
}
