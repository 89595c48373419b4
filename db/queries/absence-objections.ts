import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { toHex } from "./hex.ts";

/** A notice that somebody objects to, or may. */
export type ContestedNotice = {
  readonly id: number;
  readonly number: string;
  readonly personId: number;
  readonly mandateId: number;
  readonly createdAt: Date;
};

type Row = { id: string; number: string; person_id: string; mandate_id: string; created_at: string };

const toNotice = (row: Row | undefined): ContestedNotice | undefined =>
  row === undefined
    ? undefined
    : {
        id: Number(row.id),
        number: row.number,
        personId: Number(row.person_id),
        mandateId: Number(row.mandate_id),
        createdAt: new Date(row.created_at),
      };

const COLUMNS = sql`n.id::text, a.number, n.person_id::text, n.mandate_id::text, n.created_at`;

/** A deputy's latest notice that stands, locked. */
export async function claimStandingNotice(tx: Tx, personId: number): Promise<ContestedNotice | undefined> {
  const [row] = await tx.execute<Row>(sql`
    select ${COLUMNS} from absence_notices n join activities a on a.id = n.activity_id
    where n.person_id = ${personId}::int8 and n.withdrawn_at is null
    order by n.created_at desc, a.on_day desc, n.id desc limit 1 for update of n`);
  return toNotice(row);
}

/** Keeps a deputy's objection with the notice. */
export async function markObjected(tx: Tx, id: number, objection: Buffer, now: Date): Promise<void> {
  await tx.execute(sql`update absence_notices set objected_at = ${now.toISOString()}::timestamptz,
    objection = ${toHex(objection)}::text::bytea, objection_decided_at = null where id = ${id}::int8`);
}

/** The oldest undecided objection of a deputy of this name in a scope, locked. */
export async function claimObjectedNotice(
  tx: Tx,
  name: string,
  scope: readonly number[],
): Promise<ContestedNotice | undefined> {
  const [row] = await tx.execute<Row>(sql`
    select ${COLUMNS} from absence_notices n join activities a on a.id = n.activity_id
      join people p on p.id = n.person_id
    where p.name = ${name} and n.objected_at is not null and n.objection_decided_at is null
      and exists (select 1 from org_tree s
        where s.ancestor_id = any(${sql.param([...scope])}::int8[]) and s.descendant_id = a.org_id)
    order by n.objected_at, n.id limit 1 for update of n`);
  return toNotice(row);
}

/** Notes that an objection was decided. */
export async function markObjectionDecided(tx: Tx, id: number, now: Date): Promise<void> {
  await tx.execute(sql`update absence_notices set objection_decided_at = ${now.toISOString()}::timestamptz
    where id = ${id}::int8`);
}
