import { type SQL, sql } from "drizzle-orm";

/** SQL: the orgs that the mandate `m` belongs to; whoever looks after one of them or an org above looks after it. */
export const orgsOfMandate: SQL = sql`(m.group_id, m.township_id, m.station_id)`;

/** SQL: the mandate `m` lies in the subtree of one of these orgs. The one rule of whom staff look after. */
export const isInScope = (scope: readonly number[]): SQL => sql`exists (select 1 from org_tree s
  where s.ancestor_id = any(${sql.param([...scope])}::int8[]) and s.descendant_id in ${orgsOfMandate})`;

/** SQL: the same for many mandates: the orgs are listed once, and no mandate is looked up in the tree for itself. */
export const isAmongScope = (scope: readonly number[]): SQL => {
  const under = sql`(select s.descendant_id from org_tree s
    where s.ancestor_id = any(${sql.param([...scope])}::int8[]))`;
  return sql`(m.township_id in ${under} or m.group_id in ${under} or m.station_id in ${under})`;
};

/**
 * SQL: no district on file lies outside these subtrees. What belongs to no org at all (a resident's opinion without a
 * place, a stranger's word about the program) is for whoever looks after everything, and for no other district.
 */
export const isEverything = (scope: readonly number[]): SQL =>
  isAllUnder(sql`any(${sql.param([...scope])}::int8[])`);

/** SQL: every district on file lies in the subtree of this org, or of `any (…)`. */
export const isAllUnder = (org: SQL): SQL => sql`not exists (
  select 1 from orgs d where d.kind = 'district' and not exists (select 1 from org_tree s
    where s.ancestor_id = ${org} and s.descendant_id = d.id))`;
