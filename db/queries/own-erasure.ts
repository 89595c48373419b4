import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#src/domain/day.ts";
import { ERASED_WORDS } from "#src/domain/personal-data/erased-words.ts";
import type { ErasedOwn, KeptByLaw } from "#src/domain/requests/own-data.ts";
import type { Tx } from "../client.ts";
import { isOwnConversation, isOwnOpinion, type Owner } from "./own-opinions.ts";
import { isLoose, isServing, saysWhy } from "./retention.ts";

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
  // A file that stays keeps its kind; its name may be anybody's, and may have been kept before names were looked at.
  const nameless = sql`name = '附件' || coalesce(substring(t.name from '\\.[A-Za-z0-9]{1,5}$'), '')`;
  // What stays does not tell from whose account it came.
  const nobody = sql`conversation = 'erased'`;
  return {
    received: ["inbox", sql`${heard} and t.body is not null`, wordless],
    sent: ["outbox", sql`${said} and t.body is not null`, wordless],
    mailbox: ["web_messages", sql`${here} and t.body is not null`, wordless],
    tasks: ["tasks", heard],
    senders: ["inbox", heard, sql`${nobody}, sender = 'erased'`],
    readers: ["outbox", said, nobody],
    filers: ["attachments", here, sql`${nobody}, ${nameless}`],
  } satisfies Readonly<Record<string, Part>>;
};

/** SQL: the leave `t` has to be decided on still, and its reason read. */
const isPending = sql`(t.state = 'pending')`;

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
    corrections: ["corrections", sql`t.person_id = ${id}`],
    notes: [
      "leaves",
      sql`t.person_id = ${id} and ${saysWhy} and not ${isPending}`,
      sql`note = null, reason = 'other'`,
    ],
    objections: [
      "absence_notices",
      sql`t.person_id = ${id} and t.objection is not null and t.objection_decided_at is not null`,
      sql`objection = null`,
    ],
    factors: ["second_factors", sql`t.person_id = ${id} and ${isRetired}`],
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
  const { files, contacts, words, feedback, corrections, notes, objections, phones, factors } = things(whose);
  const [row] = await tx.execute<ErasedOwn>(sql`
    select ${countOf(received)} + ${countOf(sent)} messages, ${countOf(files)} files, ${countOf(contacts)} contacts,
      ${countOf(words)} opinions, ${countOf(feedback)} feedback, ${countOf(corrections)} corrections,
      ${countOf(notes)} + ${countOf(objections)} reasons, ${countOf(phones)} phones, ${countOf(factors)} factors,
      (select count(*)::int4 from accounts where person_id = ${whose.personId}::int8) accounts`);
  if (row === undefined) throw new TypeError("a count without a row");
  return row;
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
      (select count(*)::int4 from leaves t where t.person_id = ${id} and ${saysWhy} and ${isPending})
        + (select count(*)::int4 from absence_notices t where t.person_id = ${id} and t.objection is not null
          and t.objection_decided_at is null) undecided,
      (select count(*)::int4 from attachments t where ${isOwnConversation(sql`t.conversation`, whose)}
        and not (${isLoose})) files,
      (select count(*)::int4 from people where people.id = ${id} and phone is not null and ${serves}) phones,
      (select count(*)::int4 from second_factors where person_id = ${id} and ${serves}) factors`);
  if (row === undefined) throw new TypeError("a count without a row");
  return row;
}

/** Messages in which residents' contact data was shown to somebody, as they lie sealed; the same key in both places. */
export async function listShownContacts(tx: Tx): Promise<{ readonly key: string; readonly body: Buffer }[]> {
  const rows = await tx.execute<{ key: string; body: Buffer }>(sql`
    select key, body from outbox where kind in ('contact.shown', 'sure.contact') and body is not null
    union all select key, body from web_messages where kind in ('contact.shown', 'sure.contact') and body is not null`);
  return rows.map(({ key, body }) => ({ key, body }));
}

/** Empties what was shown under these keys. */
export async function emptyShown(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const these = sql`any(${sql.param([...keys])}::text[])`;
  await tx.execute(sql`update outbox set body = null where key = ${these}`);
  await tx.execute(sql`update web_messages set body = null where key = ${these}`);
}

/** The numbers of the opinions that are somebody's own as a resident. */
export async function listOwnOpinionNumbers(tx: Tx, owner: Owner): Promise<string[]> {
  const rows = await tx.execute<{ number: string }>(
    sql`select o.number from opinions o where ${isOwnOpinion(owner)} order by o.id`,
  );
  return rows.map(({ number }) => number);
}
