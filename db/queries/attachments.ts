import { sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";
import { attachments } from "../schema/messages.ts";
import { orgsOfMandate } from "./in-scope.ts";
import { isRoleHeld } from "./role-held.ts";

/** A file that came with a message; its bytes are encrypted by the table itself. */
export type NewAttachment = typeof attachments.$inferInsert;

/** Keeps a file, its bytes already sealed. */
export async function insertAttachment(tx: Tx, row: NewAttachment): Promise<void> {
  await tx.insert(attachments).values(row);
}

/** A file with its bytes, and what it was handed in with where that is why it may be opened. */
export type FoundFile = {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly bytes: Buffer;
  readonly handedIn: { readonly submissionId: number; readonly readerId: number } | null;
};

type Row = Omit<FoundFile, "handedIn"> & { readonly submission_id: string; readonly reader: string | null };

/**
 * A file of this conversation, or one handed in to its person, for as long as he holds a staff role over the deputy on
 * that day; anybody else's id finds nothing.
 */
export async function findAttachment(
  tx: Tx,
  id: string,
  conversation: Address,
  today: Day,
): Promise<FoundFile | undefined> {
  const [row] = await tx.execute<Row>(sql`
    select t.name, t.type, t.size, t.bytes, t.submission_id::text,
      case when t.conversation = ${conversation} then null else c.person_id::text end reader
    from attachments t left join accounts c on c.conversation = ${conversation}
    where t.id = ${id} and (t.conversation = ${conversation} or (c.person_id = any(t.readers) and exists (
      select 1 from submissions s join obligations b on b.id = s.obligation_id join mandates m on m.id = b.mandate_id
        join org_tree o on o.descendant_id in ${orgsOfMandate}
        join staff_roles r on r.org_id = o.ancestor_id and r.person_id = c.person_id
      where s.id = t.submission_id and ${isRoleHeld(today)})))
    limit 1`);
  if (row === undefined) return undefined;
  const { reader, submission_id: submissionId, ...file } = row;
  const handedIn = reader === null ? null : { submissionId: Number(submissionId), readerId: Number(reader) };
  return { ...file, handedIn };
}
