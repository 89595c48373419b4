import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Certificate } from "#src/domain/requests/certificate.ts";
import type { Tx } from "../client.ts";
import { type CountedFilter, isCounted, isOf } from "./figures/counted.ts";
import type { Whose } from "./figures/counted.ts";

/** Whom a paper is about, as he or she stands on a day: the newest mandate that had begun by then. */
export async function findSeatOn(
  tx: Tx,
  whose: Whose,
  day: Day,
): Promise<(Omit<Certificate, "from" | "to" | "lines"> & { personId: number }) | undefined> {
  const [row] = await tx.execute<Omit<Certificate, "from" | "to" | "lines"> & { person_id: string }>(sql`
    select m.person_id::text, p.name, m.level, m.term, g.name "group", t.name township,
      (select d.name from org_tree s join orgs d on d.id = s.ancestor_id
        where s.descendant_id = coalesce(m.township_id, m.group_id) and d.kind = 'district' limit 1) district
    from mandates m join people p on p.id = m.person_id
      left join orgs g on g.id = m.group_id left join orgs t on t.id = m.township_id
    where ${isOf(whose)} and m.valid_from <= ${day}::date
    order by m.level, m.valid_from desc, m.id desc limit 1`);
  if (row === undefined) return undefined;
  const { person_id: personId, ...seat } = row;
  return { ...seat, personId: Number(personId) };
}

/** Verified records, oldest first, with how many there are, and how many more only wait to be verified. */
export async function listVerified(
  tx: Tx,
  filter: CountedFilter,
  most: number,
): Promise<{ readonly lines: Certificate["lines"]; readonly total: number; readonly waiting: number }> {
  const counted = sql`from duty_records r join mandates m on m.id = r.mandate_id
    where ${isCounted(filter)} and ${isOf(filter.whose)}`;
  const [sums] = await tx.execute<{ total: number; waiting: number }>(sql`
    select count(*) filter (where r.state = 'verified')::int4 total,
      count(*) filter (where r.state = 'confirmed')::int4 waiting ${counted}`);
  const lines = await tx.execute<Certificate["lines"][number]>(sql`
    select r.starts_on::text date, r.ends_on::text "end", r.kind, r.number ${counted} and r.state = 'verified'
    order by r.starts_on, r.id limit ${most}`);
  return { lines: [...lines], total: sums?.total ?? 0, waiting: sums?.waiting ?? 0 };
}
