import { sql } from "drizzle-orm";
import type { When } from "#src/domain/when.ts";
import type { Tx } from "../client.ts";
import { isRunning } from "./in-office.ts";
import { isInScope } from "./in-scope.ts";
import { isRoleHeld } from "./role-held.ts";

/** Somebody whose accounts staff may look after. */
export type Holder = {
  readonly personId: number;
  readonly name: string;
  readonly code: string | null;
  /** Group, township or org of a role, to tell people of one name apart. */
  readonly seat: string | null;
  /** How many accounts are bound. */
  readonly accounts: number;
  /** An authenticator is set up, or a code lies open: these let in, or keep out, whoever is bound nowhere, too. */
  readonly holdsKey: boolean;
  /** Every staff role the person holds lies below the reader's own org. */
  readonly isBelow: boolean;
};

type Row = Omit<Holder, "personId" | "holdsKey" | "isBelow"> & { id: string; key: boolean; below: boolean };

/**
 * People of this name or this id who hold a running mandate or a role in these subtrees today. Others are as if they
 * were not there.
 */
export async function listHolders(
  tx: Tx,
  scope: readonly number[],
  who: { readonly name: string } | { readonly personId: number },
  { today: day, now }: When,
): Promise<Holder[]> {
  const orgs = sql.param([...scope]);
  const isMeant = "name" in who ? sql`p.name = ${who.name}` : sql`p.id = ${who.personId}::int8`;
  const under = (least: number) => sql`exists (select 1 from org_tree t
    where t.ancestor_id = any(${orgs}::int8[]) and t.descendant_id = r.org_id and t.depth >= ${least}::int4)`;
  const rows = await tx.execute<Row>(sql`
    select p.id::text, p.name, p.code,
      coalesce((select o.name from mandates m join orgs o on o.id = coalesce(m.group_id, m.township_id)
          where m.person_id = p.id and ${isRunning(sql`${day}::date`)} order by m.level, m.id limit 1),
        (select o.name from staff_roles r join orgs o on o.id = r.org_id
          where r.person_id = p.id and ${isRoleHeld(day)} order by r.org_id limit 1)) seat,
      (select count(*)::int4 from accounts a where a.person_id = p.id) accounts,
      (exists (select 1 from second_factors f where f.person_id = p.id
          and (f.confirmed_at is not null or f.wanted_at is not null))
        or exists (select 1 from invites i where i.person_id = p.id and i.used_at is null
          and i.expires_at > ${now.toISOString()}::timestamptz)) key,
      not exists (select 1 from staff_roles r where r.person_id = p.id and ${isRoleHeld(day)} and not ${under(1)}) below
    from people p where p.kind = 'member' and ${isMeant} and (
      exists (select 1 from mandates m where m.person_id = p.id and ${isRunning(sql`${day}::date`)} and ${isInScope(scope)})
      or exists (select 1 from staff_roles r where r.person_id = p.id and ${isRoleHeld(day)} and ${under(0)}))
    order by p.id`);
  return rows.map(({ id, key, below, ...row }) => ({
    ...row,
    personId: Number(id),
    holdsKey: key,
    isBelow: below,
  }));
}
