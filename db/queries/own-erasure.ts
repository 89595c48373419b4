import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import { ERASED_WORDS } from "#src/domain/personal-data/erased-words.ts";
import type { ErasedOwn, KeptByLaw } from "#src/domain/requests/own-data.ts";
import type { Tx } from "../client.ts";
import { isOwnConversation, isOwnOpinion, type Owner } from "./own-opinions.ts";
import { isLoose, isServing } from "./retention.ts";

/** Somebody whose data is to go, and whether a resident wants the words of his opinions gone as well. */
type Whose = Owner & { readonly today: Day; readonly opinions: boolean };

/** A table, which of its rows, and what is set in them; without it the rows go. */
type Part = readonly [table: string, where: SQL, set?: SQL];

/** SQL: the opinion of a row is the owner's own. */
const ofOwnOpinion = (opinionId: SQL, owner: Owner): SQL =>
  sql`exists (select 1 from opinions o where o.id = ${opinionId} and ${isOwnOpinion(owner)})`;

/** What lies in conversations. What is on its way is left alone: a message takes effect once, an answer goes out. */
const talk = (whose: Whose) => {
  const here = isOwnConversation(sql`t.conversation`, whose);
  const heard = sql`${here} and t.status <> 'waiting'`;
  const said = sql`${here} and t.status not in ('new', 'sending')`;
  const wordless = sql`body = null`;
  // What stays does not tell from whose account it came.
  const nobody = sql`conversation = 'erased'`;
  return {
    received: ["inbox", sql`${heard} and t.body is not null`, wordless],
    sent: ["outbox", sql`${said} and t.body is not null`, wordless],
    mailbox: ["web_messages", sql`${here} and t.body is not null`, wordless],
    tasks: ["tasks", heard],
    senders: ["inbox", heard, sql`${nobody}, sender = 'erased'`],
    readers: ["outbox", said, nobody],
    filers: ["attachments", here, nobody],
  } satisfies Readonly<Record<string, Part>>;
};

/** What is the owner's besides; opinions are cut off from him last. */
const things = (whose: Whose) => {
  const id = sql`${whose.personId}::int8`;
  const here = isOwnConversation(sql`t.conversation`, whose);
  const own = ofOwnOpinion(sql`t.id`, whose);
  const also = sql`${whose.opinions}::bool`;
  const isRetired = sql`not ${isServing(id, sql`${whose.today}::date`)}`;
  const gone = sql`(${isLoose} or (${also} and ${ofOwnOpinion(sql`t.opinion_id`, whose)}))`;
  const unnamed = sql`t.person_id is null and t.inbox_id in (
    select i.id from inbox i where ${isOwnConversation(sql`i.conversation`, whose)})`;
  return {
    files: ["attachments", sql`${here} and ${gone}`],
    contacts: ["opinion_contacts", ofOwnOpinion(sql`t.opinion_id`, whose)],
    words: ["opinions", sql`${also} and ${own}`, sql`text = ${ERASED_WORDS}::text, place = null`],
    untied: ["opinions", own, sql`person_id = null, inbox_id = null`],
    feedback: ["feedback", sql`t.person_id = ${id} or (${unnamed})`],
    phones: ["people", sql`t.id = ${id} and t.phone is not null and ${isRetired}`, sql`phone = null`],
  } satisfies Readonly<Record<string, Part>>;
};

const countOf = ([table, where]: Part): SQL =>
  sql`(select count(*)::int4 from ${sql.identifier(table)} t where ${where})`;
const erasureOf = ([table, where, set]: Part): SQL =>
  set === undefined
    ? sql`delete from ${sql.identifier(table)} t where ${where}`
    : sql`update ${sql.identifier(table)} t set ${set} where ${where}`;

/** How much of each class would go. The mailbox holds what was sent once more, and is not counted twice. */
export async function countErasable(tx: Tx, whose: Whose): Promise<ErasedOwn> {
  const { received, sent } = talk(whose);
  const { files, contacts, words, feedback, phones } = things(whose);
  const [row] = await tx.execute<ErasedOwn>(sql`
    select ${countOf(received)} + ${countOf(sent)} messages, ${countOf(files)} files, ${countOf(contacts)} contacts,
      ${countOf(words)} opinions, ${countOf(feedback)} feedback, ${countOf(phones)} phones,
      (select count(*)::int4 from accounts where person_id = ${whose.personId}::int8) accounts`);
  return row ?? { messages: 0, files: 0, contacts: 0, opinions: 0, feedback: 0, phones: 0, accounts: 0 };
}

/** Erases it; the accounts themselves are not its matter. */
export async function eraseOwn(tx: Tx, whose: Whose): Promise<void> {
  for (const part of [...Object.values(things(whose)), ...Object.values(talk(whose))])
    await tx.execute(erasureOf(part));
}

/** How much there is about somebody that the law keeps, or that is being handled. */
export async function countKept(tx: Tx, whose: Whose): Promise<KeptByLaw> {
  const id = sql`${whose.personId}::int8`;
  const of = (table: string): SQL =>
    sql`(select count(*)::int4 from ${sql.identifier(table)} where person_id = ${id})`;
  const serves = isServing(id, sql`${whose.today}::date`);
  const [row] = await tx.execute<KeptByLaw>(sql`
    select ${of("duty_records")} records, ${of("attendances")} attendances,
      (select count(*)::int4 from opinions o where (o.person_id = ${id} or ${isOwnOpinion(whose)})
        and not (${whose.opinions}::bool and ${isOwnOpinion(whose)})) opinions,
      ${of("suggestions")} suggestions, ${of("submissions")} submissions,
      (select count(*)::int4 from people where people.id = ${id} and phone is not null and ${serves}) phones`);
  return row ?? { records: 0, attendances: 0, opinions: 0, suggestions: 0, submissions: 0, phones: 0 };
}
