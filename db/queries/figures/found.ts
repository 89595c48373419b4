import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { FigurePeriod } from "#src/domain/figures/figure-period.ts";
import type { FigurePart } from "#src/domain/figures/figure-basis.ts";
import type { OrgKind } from "#src/domain/org.ts";
import type { Tx } from "../../client.ts";
import { isInScope } from "../in-scope.ts";
import { isOf, PART_COLUMNS, type Whose } from "./counted.ts";
import { isOpinionIn } from "./opinion-counts.ts";

/** An org of a name that lies in somebody's scope. */
export type FoundOrg = { readonly id: number; readonly name: string; readonly kind: OrgKind };

/** Orgs of these names in these subtrees. One that lies elsewhere reads like one that does not exist. */
export async function listOrgsOf(
  tx: Tx,
  scope: readonly number[],
  names: readonly string[],
): Promise<FoundOrg[]> {
  const rows = await tx.execute<{ id: string; name: string; kind: OrgKind }>(sql`
    select o.id::text, o.name, o.kind from orgs o
    where o.name = any(${sql.param([...names])}::text[]) and exists (select 1 from org_tree s
      where s.ancestor_id = any(${sql.param([...scope])}::int8[]) and s.descendant_id = o.id)
    order by o.id`);
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

/**
 * The only group, station or room of each town in these subtrees, where its name is its alone: towns with several, or none,
 * are not among them.
 */
export async function listOnlyParts(
  tx: Tx,
  scope: readonly number[],
  wanted: readonly {
    readonly town: string;
    readonly kind: "deputy_group" | "liaison_station" | "liaison_room";
  }[],
): Promise<{ readonly town: string; readonly kind: string; readonly name: string }[]> {
  const rows = await tx.execute<{ town: string; kind: string; name: string }>(sql`
    select w.town, w.kind, min(o.name) name
    from unnest(${sql.param(wanted.map(({ town }) => town))}::text[], ${sql.param(wanted.map(({ kind }) => kind))}::text[])
      w(town, kind) join orgs t on t.name = w.town join org_tree s on s.ancestor_id = t.id
      join orgs o on o.id = s.descendant_id and o.kind = w.kind
    where exists (select 1 from org_tree x where x.ancestor_id = any(${sql.param([...scope])}::int8[])
      and x.descendant_id = o.id)
      and not exists (select 1 from orgs n where n.name = o.name and n.id <> o.id)
    group by w.town, w.kind having count(distinct o.id) = 1`);
  return [...rows];
}

/** True where the place of a record of these subtrees, of one of these days, or of an opinion has the name in it. */
export async function isKnownSpot(
  tx: Tx,
  scope: readonly number[],
  name: string,
  { from, to }: FigurePeriod,
): Promise<boolean> {
  const [row] = await tx.execute<{ found: boolean }>(sql`
    with named as materialized (select r.id from duty_records r
      where r.starts_on between ${from}::date and ${to}::date and position(${name} in r.place) > 0)
    select exists (select 1 from named n join duty_records r on r.id = n.id join mandates m on m.id = r.mandate_id
      where ${isInScope(scope)})
    or exists (select 1 from opinions o where position(${name} in o.place) > 0 and ${isOpinionIn(scope, false)}) found`);
  return row?.found === true;
}

/** A deputy of a name, whatever became of the mandate: figures reach back. */
export type FoundDeputy = {
  readonly personId: number;
  readonly name: string;
  /** The office's own number. */
  readonly code: string | null;
  readonly group: string | null;
};

/** The office's own number of somebody, alone or behind a name: D01, 张伟(编号D01). */
const NUMBERED = /^(?<name>\p{Script=Han}*?)\s*\(?(?:编号)?(?<code>[A-Za-z]\d{1,9})\)?$/u;

/**
 * Deputies of this name, or with this number, with a mandate, past or running, in these subtrees. They sit where they
 * do today: a move that is registered for later, or was by mistake, comes after.
 */
export async function listDeputiesOf(
  tx: Tx,
  scope: readonly number[],
  name: string,
  today: Day,
): Promise<FoundDeputy[]> {
  const { name: called = "", code } = NUMBERED.exec(name)?.groups ?? {};
  const isMeant =
    code === undefined
      ? sql`p.name = ${name}`
      : sql`upper(p.code) = upper(${code}) and ${called}::text in ('', p.name)`;
  const rows = await tx.execute<{ id: string; name: string; code: string | null; group: string | null }>(sql`
    select distinct on (p.id) p.id::text id, p.name, p.code, g.name "group"
    from people p join mandates m on m.person_id = p.id left join orgs g on g.id = m.group_id
    where ${isMeant} and ${isInScope(scope)}
    order by p.id, (m.valid_from <= ${today}::date and coalesce(m.valid_to >= m.valid_from, true)) desc,
      m.valid_from desc, m.id desc`);
  return rows.map(({ id, ...one }) => ({ ...one, personId: Number(id) }));
}

/** Names of deputies in these subtrees that are as long as this one, or one character shorter or longer. */
export async function listNamesLike(tx: Tx, scope: readonly number[], name: string): Promise<string[]> {
  const rows = await tx.execute<{ name: string }>(sql`
    select distinct p.name from people p join mandates m on m.person_id = p.id
    where abs(char_length(p.name) - ${Array.from(name).length}) <= 1 and ${isInScope(scope)} order by p.name`);
  return rows.map((row) => row.name);
}

/** The names of parts of divided figures, in their order; one that lies elsewhere has none. */
export async function listPartNames(
  tx: Tx,
  scope: readonly number[],
  parts: readonly FigurePart[],
): Promise<string[]> {
  if (parts.length === 0) return [];
  const names = parts.map(
    ({ by, id }) => sql`(select ${by === "deputy" ? sql`p.name from people p` : sql`p.name from orgs p`}
      where p.id = ${id}::int8 and exists (
        select 1 from mandates m where ${PART_COLUMNS[by]} = p.id and ${isInScope(scope)}))`,
  );
  const [row] = await tx.execute<{ names: (string | null)[] }>(
    sql`select to_jsonb(array[${sql.join(names, sql`, `)}]::text[]) names`,
  );
  return (row?.names ?? []).filter((name) => name !== null);
}

/** The mandates, past and running, of those asked about, in the order of the roster. */
export async function listMandateIds(tx: Tx, whose: Whose): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select m.id::text from mandates m where ${isOf(whose)} order by m.person_id, m.id`,
  );
  return rows.map((row) => Number(row.id));
}
