import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { StaffRole } from "#src/domain/person.ts";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";
import { isAllUnder, orgsOfMandate } from "./in-scope.ts";
import { isRoleHeld } from "./role-held.ts";

/** A file of something that was filed, as it is shown to somebody whom that concerns. */
export type ShownFile = {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly bytes: Buffer;
  readonly reader: number;
  /** The reader filed it himself, in whatever conversation. */
  readonly own: boolean;
  readonly subject: "duty_record" | "opinion";
  readonly subjectId: number;
};

type Row = Omit<ShownFile, "reader" | "subjectId"> & { readonly reader: string; readonly subject_id: string };

const looksAfter = (roles: readonly StaffRole[], today: Day, what: SQL): SQL => sql`exists (
  select 1 from staff_roles r where r.person_id = c.person_id and ${isRoleHeld(today)}
    and r.role = any(${sql.param([...roles])}::text[]) and ${what})`;

const mandateOf = sql`exists (select 1 from mandates m join org_tree s on s.descendant_id in ${orgsOfMandate}
  where m.id = d.mandate_id and s.ancestor_id = r.org_id)`;

const townshipOf = sql`(exists (select 1 from org_tree s
    where s.ancestor_id = r.org_id and s.descendant_id = o.township_id)
  or (o.township_id is null and ${isAllUnder(sql`r.org_id`)}))`;

/**
 * A file that lies with a standing record or opinion, for whoever filed that and for the staff who look after it on a
 * day. For anybody else there is no such file.
 */
export async function findShownFile(
  tx: Tx,
  id: string,
  conversation: Address,
  { roles, today }: { readonly roles: readonly StaffRole[]; readonly today: Day },
): Promise<ShownFile | undefined> {
  const [row] = await tx.execute<Row>(sql`
    select a.name, a.type, a.size, a.bytes, c.person_id::text reader,
      coalesce(d.person_id, o.person_id) is not distinct from c.person_id own,
      case when d.id is null then 'opinion' else 'duty_record' end subject, coalesce(d.id, o.id)::text subject_id
    from attachments a join accounts c on c.conversation = ${conversation}
      left join duty_records d on d.id = a.record_id and d.state not in ('draft', 'withdrawn')
      left join opinions o on o.id = a.opinion_id and o.state <> 'withdrawn'
    where a.id = ${id} and (d.person_id = c.person_id or o.person_id = c.person_id
      or (d.id is not null and ${looksAfter(roles, today, mandateOf)})
      or (o.id is not null and ${looksAfter(roles, today, townshipOf)}))
    limit 1`);
  return row === undefined
    ? undefined
    : { ...row, reader: Number(row.reader), subjectId: Number(row.subject_id) };
}
