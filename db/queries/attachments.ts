import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { StaffRole } from "#src/domain/person.ts";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";
import { attachments } from "../schema/attachments.ts";
import { orgsOfMandate } from "./in-scope.ts";
import { isRoleHeld } from "./role-held.ts";

/** A file that came with a message; its bytes are encrypted by the table itself. */
export type NewAttachment = typeof attachments.$inferInsert;

/** The driver writes a value out in one go, and nobody's message is heard meanwhile: a few milliseconds for so much. */
const MOST_AT_ONCE = 512 * 1024;
/** One after the other, pieces are only written as fast as others are heard in between: half a millisecond for each. */
const PIECE = 64 * 1024;

/**
 * Keeps a file once, its bytes already sealed; a large one goes to the database piece by piece, in base64: in
 * hexadecimal digits it would take twice as long to write out.
 */
export async function insertAttachment(tx: Tx, row: NewAttachment): Promise<void> {
  if (row.bytes.length <= MOST_AT_ONCE) {
    await tx.insert(attachments).values(row).onConflictDoNothing();
    return;
  }
  await tx.execute(sql`create temporary table pieces (at int4, bytes bytea) on commit drop`);
  for (let at = 0; at < row.bytes.length; at += PIECE)
    await tx.execute(
      sql`insert into pieces values (${at}, decode(${toBase64(row.bytes.subarray(at, at + PIECE))}, 'base64'))`,
    );
  await tx
    .insert(attachments)
    .values({ ...row, bytes: sql`(select string_agg(bytes, '' order by at) from pieces)` })
    .onConflictDoNothing();
  await tx.execute(sql`drop table pieces`);
}

const toBase64 = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString("base64");

/** A file of this conversation without its bytes. */
export async function findKept(
  tx: Tx,
  id: string,
  conversation: Address,
): Promise<Pick<NewAttachment, "id" | "name" | "type" | "size"> | undefined> {
  const [row] = await tx
    .select({ id: attachments.id, name: attachments.name, type: attachments.type, size: attachments.size })
    .from(attachments)
    .where(and(eq(attachments.id, id), eq(attachments.conversation, conversation)));
  return row;
}

/** A file with its bytes, and whose reading of what it is, where it is more than one's own. */
export type FoundFile = {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly bytes: Buffer;
  readonly reading: {
    readonly readerId: number;
    readonly subject: "submission" | "task" | "certificate";
    readonly subjectId: number | null;
  } | null;
};

type Row = Omit<FoundFile, "reading"> & {
  readonly reader: string | null;
  readonly subject: "submission" | "task" | "certificate" | null;
  readonly subject_id: string | null;
};

/** Which staff roles look after deputies, and the day on which they must be held. */
type Standing = { readonly roles: readonly StaffRole[]; readonly today: Day };

// What was made for staff opens for as long as its reader looks after all that it tells of.
const looksAfterAll = ({ roles, today }: Standing): SQL => sql`not exists (
  select 1 from unnest(t.scope) as s(org) where not exists (
    select 1 from staff_roles r join org_tree o on o.ancestor_id = r.org_id and o.descendant_id = s.org
    where r.person_id = c.person_id and r.role = any(${sql.param([...roles])}::text[]) and ${isRoleHeld(today)}))`;

const takesReport = (today: Day): SQL => sql`exists (
  select 1 from submissions s join obligations b on b.id = s.obligation_id join mandates m on m.id = b.mandate_id
    join org_tree o on o.descendant_id in ${orgsOfMandate}
    join staff_roles r on r.org_id = o.ancestor_id and r.person_id = c.person_id
  where s.id = t.submission_id and ${isRoleHeld(today)})`;

/**
 * A file of this conversation, or one for its person: handed in to him, for as long as he holds a staff role over the
 * deputy, or made for him; of what was made for staff the roles held on that day decide. Anybody else's id finds nothing.
 */
export async function findAttachment(
  tx: Tx,
  id: string,
  conversation: Address,
  standing: Standing,
): Promise<FoundFile | undefined> {
  const isHere = sql`t.conversation = ${conversation}`;
  const [row] = await tx.execute<Row>(sql`
    select t.name, t.type, t.size, t.bytes, c.person_id::text reader,
      case when t.scope is not null then case when t.task_id is null then 'certificate' else 'task' end
        when not ${isHere} and t.submission_id is not null then 'submission' end subject,
      case when t.scope is not null then t.task_id else t.submission_id end::text subject_id
    from attachments t left join accounts c on c.conversation = ${conversation}
    where t.id = ${id} and case when ${isHere} then ${looksAfterAll(standing)}
      else c.person_id = any(t.readers) and case when t.submission_id is null then ${looksAfterAll(standing)}
        else ${takesReport(standing.today)} end end
    limit 1`);
  if (row === undefined) return undefined;
  const { reader, subject, subject_id: subjectId, ...file } = row;
  if (reader === null || subject === null) return { ...file, reading: null };
  const reading = {
    readerId: Number(reader),
    subject,
    subjectId: subjectId === null ? null : Number(subjectId),
  };
  return { ...file, reading };
}
