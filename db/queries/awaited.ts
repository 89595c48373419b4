import { sql } from "drizzle-orm";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";

/** Whether a conversation has a message that is not handled yet, or long work that is not done. */
export async function isAwaited(tx: Tx, conversation: Address): Promise<boolean> {
  const [row] = await tx.execute<{ awaited: boolean }>(sql`
    select exists (select 1 from inbox where conversation = ${conversation} and status = 'waiting')
      or exists (select 1 from tasks where status = 'waiting' and conversation = ${conversation}) as awaited`);
  return row?.awaited === true;
}
