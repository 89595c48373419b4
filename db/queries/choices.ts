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

/** A tap to look up: by the id on the button, or by its place in the newest menu of the conversation. */
export type Tap = { readonly conversation: Address } & (
  | { readonly id: string }
  | { readonly position: number }
);

/** What a tap was found to be. */
export type FoundChoice = {
  readonly id: string;
  readonly card: string;
  readonly act: Buffer;
  readonly reusable: boolean;
  readonly used: boolean;
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
 * Looks a tap up in its own conversation: somebody else's button is not found. A position means the newest card
 * of the conversation that offered anything.
 */
export async function findChoice(tx: Tx, tap: Tap): Promise<FoundChoice | undefined> {
  const match =
    "id" in tap
      ? sql`id = ${tap.id} and conversation = ${tap.conversation}`
      : sql`conversation = ${tap.conversation} and position = ${tap.position} and card = (
          select card from choices where conversation = ${tap.conversation}
          order by seq desc limit 1)`;
  const [row] = await tx.execute<{ id: string; card: string; act: Buffer; reusable: boolean; used: boolean }>(
    sql`select id, card, act, reusable, used_at is not null as used from choices where ${match} limit 1`,
  );
  return row;
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
