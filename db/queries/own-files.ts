import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { leftBy } from "./conversations.ts";

/** A file in somebody's conversations; `isMade` where the program made it for him. */
export type OwnFile = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly isMade: boolean;
};

/** The files of somebody's conversations, newest first. */
export async function listOwnFiles(tx: Tx, personId: number): Promise<OwnFile[]> {
  const id = sql`${personId}::int8`;
  return tx.execute<OwnFile>(sql`
    select t.id, t.name, t.size, t.task_id is not null "isMade" from attachments t
    where t.conversation in (select conversation from accounts where person_id = ${id} union all select ${leftBy(id)})
    order by t.created_at desc, t.id`);
}

/** The bytes of one of them as they lie sealed; undefined where it has gone since. */
export async function findOwnBytes(tx: Tx, id: string): Promise<Buffer | undefined> {
  const [row] = await tx.execute<{ bytes: Buffer }>(sql`select bytes from attachments where id = ${id}`);
  return row?.bytes;
}
