import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/**
 * The township that each of these places lies in, by the names of townships and villages on file; null for a place
 * that names none, or several.
 */
export async function listTownshipsOf(
  tx: Tx,
  places: readonly (string | null)[],
): Promise<readonly (number | null)[]> {
  const rows = await tx.execute<{ nth: number; township_id: string }>(sql`
    select p.nth::int4, min(t.id)::text township_id
    from unnest(${sql.param([...places])}::text[]) with ordinality as p(place, nth)
      join orgs o on o.kind in ('township', 'village') and position(o.name in p.place) > 0
      join org_tree s on s.descendant_id = o.id join orgs t on t.id = s.ancestor_id and t.kind = 'township'
    group by p.nth having count(distinct t.id) = 1`);
  const found = new Map(rows.map((row) => [row.nth, Number(row.township_id)]));
  return places.map((_, index) => found.get(index + 1) ?? null);
}
