import { sql } from "drizzle-orm";
import type { Address } from "#src/message/address.ts";
import type { Tx } from "../client.ts";
import { toHex } from "./hex.ts";

/** A choice as stored: its id is what a button carries. */
export type ChoiceRow = {
  readonly id: string;
  readonly conversation: Address;
  readonly card: string;
  readonly position: number;
  readonly act: Buffer;
  readonly reusable: boolean;
};

/** A tap to look up by the id on the button. */
export type Tap = { readonly conversation: Address; readonly id: string };

/** What a tap was found to be. */
export type FoundChoice = {
  readonly id: string;
  readonly card: string;
  readonly act: Buffer;
  readonly reusable: boolean;
  readonly used: boolean;
};

/** A choice of one of the cards that a conversation can have seen. */
export type SeenChoice = FoundChoice & {
  readonly position: number;
  /** Nobody had asked for the card. */
  readonly unasked: boolean;
  /** The sealed message, with the labels; with the card's first choice only. */
  readonly body: Buffer | null;
};

/** Writes choices down. */
export async function insertChoices(tx: Tx, rows: readonly ChoiceRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  const list = <T>(pick: (row: ChoiceRow) => T) => sql.param(rows.map(pick));
  await tx.execute(sql`
    insert into choices (id, conversation, card, position, act, reusable, created_at)
    select i, c, k, p, a, r, ${now.toISOString()}::timestamptz from unnest(
      ${list((row) => row.id)}::text[], ${list((row) => row.conversation)}::text[],
      ${list((row) => row.card)}::text[], ${list((row) => row.position)}::int4[],
      ${list((row) => toHex(row.act))}::text[]::bytea[], ${list((row) => String(row.reusable))}::text[]::bool[])
      as t(i, c, k, p, a, r)
    on conflict (id) do nothing`);
}

/**
 * Looks taps up, each in its own conversation: somebody else's button is not found. A conversation taps once in a
 * batch, and is the key of what was found.
 */
export async function listTapped(tx: Tx, taps: readonly Tap[]): Promise<Map<Address, FoundChoice>> {
  if (taps.length === 0) return new Map();
  const list = <T>(pick: (tap: Tap) => T) => sql.param(taps.map(pick));
  const rows = await tx.execute<FoundChoice & { conversation: Address }>(sql`
    select c.conversation, c.id, c.card, c.act, c.reusable, c.used_at is not null as used
    from unnest(${list((tap) => tap.conversation)}::text[], ${list((tap) => tap.id)}::text[]) as t(conversation, id)
    join choices c on c.id = t.id and c.conversation = t.conversation`);
  return new Map(rows.map(({ conversation, ...found }) => [conversation, found]));
}

/** How many choices back a card may lie to be in view still. */
const IN_VIEW = 32;

/**
 * The choices of the last few cards of conversations, newest first: those that answered them, and news that they can
 * have seen, which what is written for tomorrow morning is not.
 */
export async function listSeenChoices(
  tx: Tx,
  conversations: readonly Address[],
): Promise<Map<Address, SeenChoice[]>> {
  const seen = new Map<Address, SeenChoice[]>(conversations.map((one) => [one, []]));
  if (conversations.length === 0) return seen;
  const rows = await tx.execute<SeenChoice & { conversation: Address }>(sql`
    select c.conversation, c.id, c.card, c.position, c.act, c.reusable, c.used_at is not null as used, o.unasked,
      case when c.position = 1 then o.body end as body
    from unnest(${sql.param([...conversations])}::text[]) as t(conversation)
    cross join lateral (select * from choices where conversation = t.conversation order by seq desc limit ${IN_VIEW}) c
    join outbox o on o.key = c.card
    where not o.unasked or o.status in ('sending', 'sent') or o.possible_repeat
    order by c.seq desc`);
  for (const { conversation, ...choice } of rows) seen.get(conversation)?.push(choice);
  return seen;
}

/** Uses up the cards that were tapped: none of their choices does anything any more. */
export async function markCardsUsed(
  tx: Tx,
  cards: readonly { readonly conversation: Address; readonly card: string }[],
  now: Date,
): Promise<void> {
  if (cards.length === 0) return;
  await tx.execute(sql`
    update choices c set used_at = ${now.toISOString()}::timestamptz
    from unnest(${sql.param(cards.map((one) => one.conversation))}::text[],
      ${sql.param(cards.map((one) => one.card))}::text[]) as t(conversation, card)
    where c.conversation = t.conversation and c.card = t.card and not c.reusable and c.used_at is null`);
}
