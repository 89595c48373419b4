import { type SQL, sql } from "drizzle-orm";
import type { CategoryLine, OpinionLine } from "#src/domain/figures/opinion-view.ts";
import type { OpinionCategory } from "#src/domain/opinion-category.ts";
import type { Tx } from "../../client.ts";
import { isEverything, isInScope } from "../in-scope.ts";

/** Which opinions: those filed between two instants in some subtrees. */
export type OpinionFilter = {
  readonly from: Date;
  readonly to: Date;
  readonly scope: readonly number[];
  readonly orgs?: readonly number[];
  /** Also those that belong to no org at all, where the scope is everything there is. */
  readonly office: boolean;
  /** Only those that nobody has dealt with yet. */
  readonly open?: true;
  /** Only those about this. */
  readonly category?: OpinionCategory;
  /** Only those that are urgent. */
  readonly urgent?: true;
  /** Only those in whose words this stands. */
  readonly word?: string;
  /** Only those of this place by its name, which is no org with deputies of its own. */
  readonly place?: string;
  /** Only those that this deputy brought. */
  readonly bringerId?: number;
  /** The asker's own, wherever they belong. */
  readonly own?: true;
};

/**
 * SQL: the opinion `o` belongs to these subtrees, by its township or else by the mandate of the deputy who brought it;
 * with `rest` also one that belongs nowhere, where the subtrees are everything there is.
 */
export const isOpinionIn = (orgs: readonly number[], rest: boolean): SQL => sql`(o.township_id in (
    select s.descendant_id from org_tree s where s.ancestor_id = any(${sql.param([...orgs])}::int8[]))
  or (o.township_id is null and (exists (select 1 from mandates m where m.id = o.mandate_id and ${isInScope(orgs)})
    or (${rest}::bool and ${isEverything(orgs)}))))`;

/** SQL: the opinion `o` is one of those asked about. */
export function isAsked(filter: OpinionFilter): SQL {
  const { from, to, open, category, urgent, word, place, bringerId } = filter;
  const isLeft = open === true ? sql`o.state = 'registered'` : sql`o.state <> 'withdrawn'`;
  const isKind = category === undefined ? sql`true` : sql`o.category = ${category}`;
  const isUrgent = urgent === true ? sql`o.urgent` : sql`true`;
  const isThere = place === undefined ? sql`true` : isAt(place);
  const isBrought = bringerId === undefined ? sql`true` : sql`o.person_id = ${bringerId}::int8`;
  const isSaid = word === undefined ? sql`true` : sql`position(${word} in o.text) > 0`;
  return sql`${isKind} and ${isUrgent} and ${isWithin(filter)} and ${isThere} and ${isBrought} and ${isSaid} and ${isLeft}
    and o.filed_at >= ${from.toISOString()}::timestamptz and o.filed_at < ${to.toISOString()}::timestamptz`;
}

// What was heard on a visit happened where the visit was, unless it says another place.
const isAt = (place: string): SQL => sql`position(${place} in coalesce(o.place,
  (select r.place from duty_records r where r.id = o.record_id), '')) > 0`;

const isWithin = ({ scope, orgs, office, own }: OpinionFilter): SQL => {
  if (own === true) return sql`true`;
  return orgs === undefined
    ? isOpinionIn(scope, office)
    : sql`${isOpinionIn(scope, office)} and ${isOpinionIn(orgs, false)}`;
};

/** How many opinions were brought, by category, most first; with those that are urgent and those still open. */
export async function listOpinionCounts(tx: Tx, filter: OpinionFilter): Promise<CategoryLine[]> {
  const rows = await tx.execute<CategoryLine>(sql`
    select o.category, count(*)::int4 count, (count(*) filter (where o.urgent))::int4 urgent,
      (count(*) filter (where o.state = 'registered'))::int4 open
    from opinions o where ${isAsked(filter)} group by o.category order by 2 desc, 1`);
  return [...rows];
}

/** Opinions of a page: open ones with the urgent first, then the longest waiting; of all that stand the newest first. */
export async function listOpinions(
  tx: Tx,
  filter: OpinionFilter,
  { limit, offset, zone }: { readonly limit: number; readonly offset: number; readonly zone: string },
): Promise<OpinionLine[]> {
  const order = filter.open === true ? sql`o.urgent desc, o.filed_at, o.id` : sql`o.filed_at desc, o.id desc`;
  const rows = await tx.execute<OpinionLine>(sql`
    select o.number, o.category, o.text, o.urgent, (o.filed_at at time zone ${zone})::date::text "filedOn", o.state
    from opinions o where ${isAsked(filter)} order by ${order} limit ${limit} offset ${offset}`);
  return [...rows];
}
