import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import type { ErasedOwn, KeptByLaw } from "#src/domain/requests/own-data.ts";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";
import { isLoose, isServing } from "./retention.ts";

type Whose = { readonly personId: number; readonly conversations: readonly Address[]; readonly today: Day };

/** The conversations of all accounts of a person. */
export async function listConversations(tx: Tx, personId: number): Promise<Address[]> {
  const rows = await tx.execute<{ conversation: string }>(
    sql`select distinct conversation from accounts where person_id = ${personId}::int8 order by 1`,
  );
  return rows.map((row) => row.conversation);
}

/** Where each class lies that goes when its person asks for it, and how it goes. */
const classes = ({ personId, conversations, today }: Whose) => {
  const id = sql`${personId}::int8`;
  const here = sql`t.conversation = any(${sql.param([...conversations])}::text[])`;
  // What is on its way is left alone: a message takes effect once and an answer goes out.
  const received: Part = ["inbox", sql`${here} and t.body is not null and t.status <> 'waiting'`, "body"];
  const sent: Part = [
    "outbox",
    sql`${here} and t.body is not null and t.status not in ('new', 'sending')`,
    "body",
  ];
  const mailbox: Part = ["web_messages", sql`${here} and t.body is not null`, "body"];
  const files: Part = ["attachments", sql`${here} and ${isLoose}`];
  const contacts: Part = [
    "opinion_contacts",
    sql`exists (select 1 from opinions o join people p on p.id = o.person_id
    where o.id = t.opinion_id and o.person_id = ${id} and p.kind = 'resident')`,
  ];
  const isRetired = sql`not ${isServing(id, sql`${today}::date`)}`;
  const phones: Part = ["people", sql`t.id = ${id} and t.phone is not null and ${isRetired}`, "phone"];
  return { received, sent, mailbox, files, contacts, phones };
};

/** A table, which of its rows, and the column that is emptied; without it the rows go. */
type Part = readonly [table: string, where: SQL, empty?: string];

const countOf = ([table, where]: Part): SQL =>
  sql`(select count(*)::int4 from ${sql.identifier(table)} t where ${where})`;
const erasureOf = ([table, where, empty]: Part): SQL =>
  empty === undefined
    ? sql`delete from ${sql.identifier(table)} t where ${where}`
    : sql`update ${sql.identifier(table)} t set ${sql.identifier(empty)} = null where ${where}`;

/** How much of each class would go. The mailbox holds what was sent once more, and is not counted twice. */
export async function countErasable(tx: Tx, whose: Whose): Promise<ErasedOwn> {
  const { received, sent, files, contacts, phones } = classes(whose);
  const [row] = await tx.execute<ErasedOwn>(sql`
    select ${countOf(received)} + ${countOf(sent)} messages, ${countOf(files)} files, ${countOf(contacts)} contacts,
      ${countOf(phones)} phones,
      (select count(*)::int4 from accounts where person_id = ${whose.personId}::int8) accounts`);
  return row ?? { messages: 0, files: 0, contacts: 0, phones: 0, accounts: 0 };
}

/** Erases it; the accounts themselves are not its matter. */
export async function eraseOwn(tx: Tx, whose: Whose): Promise<void> {
  for (const part of Object.values(classes(whose))) await tx.execute(erasureOf(part));
}

/** How much of what the law keeps there is about somebody. */
export async function countKept(tx: Tx, { personId, today }: Whose): Promise<KeptByLaw> {
  const id = sql`${personId}::int8`;
  const of = (table: string): SQL =>
    sql`(select count(*)::int4 from ${sql.identifier(table)} where person_id = ${id})`;
  const [row] = await tx.execute<KeptByLaw>(sql`
    select ${of("duty_records")} records, ${of("attendances")} attendances, ${of("opinions")} opinions,
      ${of("suggestions")} suggestions, ${of("submissions")} submissions,
      (select count(*)::int4 from people where people.id = ${id} and phone is not null
        and ${isServing(id, sql`${today}::date`)}) phones`);
  return row ?? { records: 0, attendances: 0, opinions: 0, suggestions: 0, submissions: 0, phones: 0 };
}
