import type { Tx } from "#db/client.ts";
import { type ChoiceRow, insertChoices } from "#db/queries/choices.ts";
import { insertOutgoing, type OutboxRow } from "#db/queries/outbox.ts";
import type { Vault } from "#db/vault.ts";
import { splitAddress } from "#src/message/address.ts";
import { isOverseas } from "#src/message/overseas.ts";
import { render } from "#src/text/render.ts";
import { forAbroad } from "./for-abroad.ts";
import type { Outgoing, OutgoingBody } from "./outgoing.ts";

/**
 * Writes replies down in the transaction of what they tell about: rendered, sealed, their choices under random ids.
 * Returns how many were new; a key that was written before is left as it is.
 */
export async function enqueue(
  tx: Tx,
  vault: Vault,
  outgoing: readonly Outgoing[],
  now: Date,
): Promise<number> {
  const prepared = outgoing.map((one) => prepare(vault, one));
  await insertChoices(
    tx,
    prepared.flatMap((one) => one.choices),
    now,
  );
  return insertOutgoing(
    tx,
    prepared.map((one) => one.row),
  );
}

function prepare(vault: Vault, one: Outgoing): { row: OutboxRow; choices: ChoiceRow[] } {
  const { channel, bot } = splitAddress(one.conversation);
  const reply = isOverseas(channel) ? forAbroad(one.reply) : one.reply;
  const rendered = render(reply, one.morning);
  const choices = rendered.choices.map(({ label, act }, index) => ({
    label,
    row: {
      id: choiceId(vault, one.key, index),
      conversation: one.conversation,
      card: one.key,
      position: index + 1,
      act: vault.seal(JSON.stringify(act)),
      reusable: rendered.reusable === true,
    },
  }));
  const body: OutgoingBody = {
    text: rendered.text,
    choices: choices.map(({ label, row }) => ({ id: row.id, label })),
    ...(rendered.number === undefined ? {} : { number: rendered.number }),
    ...(rendered.files === undefined ? {} : { attachments: rendered.files }),
    ...(rendered.reusable === true ? { reusable: true } : {}),
  };
  const row: OutboxRow = {
    channel,
    bot,
    conversation: one.conversation,
    key: one.key,
    kind: reply.kind,
    body: vault.seal(JSON.stringify(body)),
    dueAt: one.dueAt,
    expiresAt: one.expiresAt ?? null,
    schedule: one.schedule ?? null,
    unasked: one.unasked === true,
    suppressed: one.suppressed ?? null,
  };
  return { row, choices: choices.map((choice) => choice.row) };
}

// Keyed with the vault's secret: nobody can guess the id of a choice, and writing the same message again makes the
// same ids, so that a retried transaction and a repeated message still answer to the buttons people see.
const choiceId = (vault: Vault, key: string, index: number): string =>
  vault.fingerprint(`choice ${key} ${index}`);
