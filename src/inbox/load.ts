import type { Tx } from "#db/client.ts";
import { type FoundChoice, listTapped, type Tap } from "#db/queries/choices.ts";
import { listDialogs } from "#db/queries/dialogs.ts";
import type { ClaimedMessage } from "#db/queries/inbox.ts";
import type { Vault } from "#db/vault.ts";
import { type Dialog, IDLE, type Input } from "#src/dialog/dialog.ts";
import { takesNumber } from "#src/dialog/takes-number.ts";
import { menuNumber } from "#src/dialog/words.ts";
import type { Act } from "#src/domain/act.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { AccountAddress } from "#src/domain/requests/account.ts";
import type { World } from "#src/domain/rules.ts";
import { identify } from "#src/identify/identify.ts";
import type { InboundBody } from "#src/message/inbound.ts";
import type { Known } from "./situation.ts";

/** A message with everything a conversation needs to think about it. */
export type Loaded = {
  readonly message: ClaimedMessage;
  readonly dialog: Dialog;
  readonly input: Input;
  readonly facts: Facts;
  /** The card whose choice was tapped, to be used up. */
  readonly card?: string;
};

/** Reads, for a batch of messages, who speaks, where each conversation stands, and what was tapped. */
export async function loadMessages(
  tx: Tx,
  vault: Vault,
  messages: readonly ClaimedMessage[],
  known: Known,
  world: World,
): Promise<Loaded[]> {
  const bodies = messages.map((one) => JSON.parse(vault.open(one.body)) as InboundBody);
  // Asked all at once, these share their way to the database and back.
  const [identified, states, tapped] = await Promise.all([
    identify(
      tx,
      messages.map((one) => one.sender),
      world.today,
    ),
    listDialogs(
      tx,
      messages.map((one) => one.conversation),
    ),
    listTapped(
      tx,
      messages.flatMap((message, index) => toTap(message, bodies[index])),
    ),
  ]);
  return messages.flatMap((message, index) => {
    const body = bodies[index];
    if (body === undefined) return [];
    const dialog = openDialog(vault, states.get(message.conversation));
    const choice = body.kind === "text" && takesNumber(dialog) ? undefined : tapped.get(message.conversation);
    const { speaker, firstContact } = identified(message.sender);
    const people =
      speaker.kind === "member" ? known.people.filter((name) => name !== speaker.name) : known.people;
    return {
      message,
      dialog,
      facts: { ...world, account: toAccount(message), speaker, firstContact, people, places: known.places },
      input: toInput(vault, message, body, choice),
      ...(choice === undefined || choice.used ? {} : { card: choice.card }),
    };
  });
}

const toAccount = ({ channel, bot, sender, conversation }: ClaimedMessage): AccountAddress => ({
  channel,
  bot,
  sender,
  conversation,
});

function openDialog(vault: Vault, state: Buffer | undefined): Dialog {
  if (state === undefined) return IDLE;
  const dialog = JSON.parse(vault.open(state)) as Dialog;
  return dialog.version === IDLE.version ? dialog : IDLE;
}

// Only taps and bare numbers are looked up.
function toTap({ conversation }: ClaimedMessage, body: InboundBody | undefined): Tap[] {
  if (body?.kind === "choice") return [{ conversation, id: body.choice }];
  const position = body?.kind === "text" ? menuNumber(body.text) : undefined;
  return position === undefined ? [] : [{ conversation, position }];
}

function toInput(
  vault: Vault,
  message: ClaimedMessage,
  body: InboundBody,
  choice: FoundChoice | undefined,
): Input {
  const { id: messageId, sentAt } = message;
  if (choice !== undefined && !choice.used)
    return { kind: "act", act: JSON.parse(vault.open(choice.act)) as Act, messageId, sentAt };
  switch (body.kind) {
    case "choice":
      return { kind: "stale", used: choice?.used === true };
    case "unreadable":
      return { kind: "unreadable", what: body.what };
    case "text":
      return choice?.used === true
        ? { kind: "stale", used: true }
        : { kind: "text", text: body.text, attachments: body.attachments, messageId, sentAt };
  }
}
