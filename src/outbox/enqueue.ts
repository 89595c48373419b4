import type { Tx } from "#db/client.ts";
import { type ChoiceRow, insertChoices } from "#db/queries/choices.ts";
import { insertOutgoing, type OutboxRow } from "#db/queries/outbox.ts";
import type { Vault } from "#db/vault.ts";
import { atHome, type LocalNames } from "#src/domain/local-names.ts";
import { localDay } from "#src/domain/local-time.ts";
import type { World } from "#src/domain/rules.ts";
import { splitAddress } from "#src/message/address.ts";
import { isOverseas } from "#src/message/overseas.ts";
import { render } from "#src/text/render.ts";
import type { Rendered } from "#src/text/rendered.ts";
import { forAbroad } from "./for-abroad.ts";
import type { Outgoing, OutgoingBody } from "./outgoing.ts";

/**
 * Writes replies down in the transaction of what they tell about: rendered, sealed, their choices under random ids, dates
 * as they are read on the day that each is due.
 * Returns how many were new; a key that was written before is left as it is.
 */
export async function enqueue(
  tx: Tx,
  vault: Vault,
  outgoing: readonly Outgoing[],
  { now, zone, policy }: Pick<World, "now" | "zone" | "policy">,
): Promise<number> {
  const prepared = outgoing.map((one) => prepare(vault, one, zone, policy.names));
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

function prepare(
  vault: Vault,
  one: Outgoing,
  zone: string,
  names: LocalNames,
): { row: OutboxRow; choices: ChoiceRow[] } {
  const { channel, bot } = splitAddress(one.conversation);
  const reply = isOverseas(channel) ? forAbroad(one.reply) : one.reply;
  const rendered = render(reply, {
    today: localDay(one.dueAt, zone),
    names: atHome(names, one.home),
    morning: one.morning ?? null,
  });
  const offers = rendered.choices.map((choice, index) => ({
    ...choice,
    id: choiceId(vault, one.key, index),
  }));
  const choices = offers.map(({ id, act }, index) => ({
    id,
    conversation: one.conversation,
    card: one.key,
    position: index + 1,
    act: vault.seal(JSON.stringify(act)),
    reusable: rendered.reusable === true,
  }));
  const row: OutboxRow = {
    channel,
    bot,
    conversation: one.conversation,
    key: one.key,
    kind: reply.kind,
    body: vault.seal(JSON.stringify(toBody(rendered, offers))),
    hasFiles: rendered.files !== undefined && rendered.files.length > 0,
    dueAt: one.dueAt,
    expiresAt: one.expiresAt ?? null,
    schedule: one.schedule ?? null,
    unasked: one.unasked === true,
    suppressed: one.suppressed ?? null,
  };
  return { row, choices };
}

const toBody = (
  { text, number, files, reusable }: Rendered,
  offers: readonly { readonly id: string; readonly label: string }[],
): OutgoingBody => ({
  text,
  choices: offers.map(({ id, label }) => ({ id, label })),
  ...(number === undefined ? {} : { number }),
  ...(files === undefined ? {} : { attachments: files }),
  ...(reusable === true ? { reusable: true } : {}),
});

// Keyed with the vault's secret: nobody can guess the id of a choice, and writing the same message again makes the
// same ids, so that a retried transaction and a repeated message still answer to the buttons people see.
const choiceId = (vault: Vault, key: string, index: number): string => vault.token(`choice ${key} ${index}`);
