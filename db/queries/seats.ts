import { sql } from "drizzle-orm";
import type { OrgKind } from "#src/domain/org.ts";
import type { Tx } from "../client.ts";

/** An organisation that a deputy can sit in, with the township it lies in. */
export type SeatOrg = {
  readonly id: number;
  readonly name: string;
  readonly kind: OrgKind;
  readonly townshipId: number | null;
  readonly township: string | null;
};

type Row = { id: string; name: string; kind: OrgKind; township_id: string | null; township: string | null };

const toSeatOrg = (row: Row): SeatOrg => ({
  id: Number(row.id),
  name: row.name,
  kind: row.kind,
  townshipId: row.township_id === null ? null : Number(row.township_id),
  township: row.township,
});

const SEATS = sql`o.kind in ('township', 'deputy_group', 'liaison_station', 'liaison_room')`;
const TOWNSHIP = sql`left join lateral (select t.id, t.name from org_tree up join orgs t on t.id = up.ancestor_id
  where up.descendant_id = o.id and t.kind = 'township' order by up.depth limit 1) town on true`;

/**
 * For each of these words the townships, groups and stations in these subtrees whose names hold it; one that is named
 * exactly stands alone.
 */
export async function listSeatOrgs(
  tx: Tx,
  scope: readonly number[],
  words: readonly string[],
): Promise<readonly (readonly SeatOrg[])[]> {
  const rows = await tx.execute<Row & { word: string }>(sql`
    select distinct w.word, o.id::text, o.name, o.kind, town.id::text township_id, town.name township, length(o.name)
    from unnest(${sql.param([...words])}::text[]) as w(word) join orgs o on position(w.word in o.name) > 0
      join org_tree s on s.descendant_id = o.id ${TOWNSHIP}
    where s.ancestor_id = any(${sql.param([...scope])}::int8[]) and ${SEATS} order by length(o.name), o.name limit 60`);
  return words.map((word) => {
    const found = rows.filter((row) => row.word === word);
    const exact = found.filter((row) => row.name === word);
    return (exact.length > 0 ? exact : found.slice(0, 6)).map(toSeatOrg);
  });
}

/** Groups and stations of a township. */
export async function listSeatsUnder(tx: Tx, townshipId: number): Promise<SeatOrg[]> {
  const rows = await tx.execute<Row>(sql`
    select o.id::text, o.name, o.kind, town.id::text township_id, town.name township
    from org_tree s join orgs o on o.id = s.descendant_id ${TOWNSHIP}
    where s.ancestor_id = ${townshipId}::int8 and o.kind in ('deputy_group', 'liaison_station') order by o.id`);
  return rows.map(toSeatOrg);
}
