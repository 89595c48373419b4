import { type SQL, sql } from "drizzle-orm";
import type { StoredClasses } from "#src/domain/figures/stored-classes.ts";
import type { Tx } from "../../client.ts";
import { isOwnConversation, isOwnOpinion, type Owner } from "../own-opinions.ts";

/** What is stored about somebody, rows of each class; of a guest there is what lies in his conversation. */
export async function countStored(tx: Tx, owner: Owner): Promise<StoredClasses> {
  const id = sql`${owner.personId}::int8`;
  const of = (table: string): SQL =>
    sql`(select count(*)::int4 from ${sql.identifier(table)} where person_id = ${id})`;
  const lying = (
    table: string,
    which = sql`true`,
  ): SQL => sql`(select count(*)::int4 from ${sql.identifier(table)} t
    where ${isOwnConversation(sql`t.conversation`, owner)} and ${which})`;
  const worded = sql`t.body is not null`;
  const [row] = await tx.execute<StoredClasses>(sql`
    select ${lying("inbox", worded)} + ${lying("outbox", worded)} messages,
      ${of("duty_records")} records, ${of("suggestions")} suggestions, ${of("attendances")} attendances,
      ${of("leaves")} leaves, ${of("accounts")} accounts, ${of("feedback")} feedback,
      (select count(*)::int4 from opinions o where o.person_id = ${id} or ${isOwnOpinion(owner)}) opinions,
      (select count(*)::int4 from people where people.id = ${id} and phone is not null) phones,
      (select count(*)::int4 from opinion_contacts c join opinions o on o.id = c.opinion_id
        where ${isOwnOpinion(owner)}) contacts,
      ${lying("attachments")} files`);
  return row ?? NOTHING;
}

const NOTHING: StoredClasses = {
  messages: 0,
  records: 0,
  opinions: 0,
  suggestions: 0,
  attendances: 0,
  leaves: 0,
  accounts: 0,
  feedback: 0,
  files: 0,
  contacts: 0,
  phones: 0,
};
