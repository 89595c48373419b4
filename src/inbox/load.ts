import type { Tx } from "#db/client.ts";
import { type FoundChoice, listSeenChoices, listTapped, type Tap } from "#db/queries/choices.ts";
import { listDialogs } from "#db/queries/dialogs.ts";
import { type EditedFrom, listEditedFrom } from "#db/queries/edited.ts";
import type { ClaimedMessage } from "#db/queries/inbox.ts";
import type { Vault } from "#db/vault.ts";
import type { Dialog, Input } from "#src/dialog/dialog.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { Speaker } from "#src/domain/person.ts";
import type { AccountAddress } from "#src/domain/requests/account.ts";
import type { World } from "#src/domain/rules.ts";
import type { Act } from "#src/domain/act.ts";
import { answeredAnew } from "#src/dialog/answered-anew.ts";
import { identify } from "#src/identify/identify.ts";
import type { Address } from "#src/message/address.ts";
import type { InboundBody } from "#src/message/inbound.ts";
import { listAskedActivities } from "#db/queries/asked-activities.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { asItStands, listShown } from "#src/dialog/as-it-stands.ts";
import { withoutCalledOff } from "#src/dialog/called-off.ts";
import { loadAnswerable } from "./load-answerable.ts";
import { openDialog } from "./open-dialog.ts";
import { askedIn, findPressed, mayPress, openAct } from "./pressed.ts";
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
  const senders = messages.map((one) => one.sender);
  const conversations = messages.map((one) => one.conversation);
  const taps = messages.flatMap(({ conversation }, index) => toTap(conversation, bodies[index]));
  const changed = messages.filter((_, index) => isEdited(bodies[index])).map((one) => one.id);
  const [identified, states, tapped, seen, edited] = await Promise.all([
    identify(tx, senders, world.today),
    listDialogs(tx, conversations),
    listTapped(tx, taps),
    listSeenChoices(
      tx,
      conversations.filter((_, index) => mayPress(bodies[index])),
    ),
    listEditedFrom(tx, changed),
  ]);
  const speakers = senders.map((sender) => identified(sender).speaker);
  const answerable = await loadAnswerable(tx, speakers, bodies, world);
  const dialogs = await openDialogs(tx, vault, conversations, states, world);
  return messages.flatMap((message, index) => {
    const body = bodies[index];
    const dialog = dialogs[index];
    if (body === undefined || dialog === undefined) return [];
    const inView = seen.get(message.conversation) ?? [];
    const pressed =
      body.kind === "text" ? findPressed(vault, body.text, inView, dialog) : tapped.get(message.conversation);
    const choice = pressed !== undefined && "kind" in pressed ? undefined : pressed;
    const { speaker, firstContact } = identified(message.sender);
    const people = besideSpeaker(known.people, speaker, body);
    const asked = body.kind === "text" ? askedIn(vault, inView) : {};
    const who = { account: toAccount(message), speaker, firstContact, ...answerable(speaker), ...asked };
    return {
      message,
      dialog,
      facts: { ...world, ...who, people, places: known.places },
      input:
        pressed !== undefined && "kind" in pressed
          ? pressed
          : toInput(vault, message, body, choice, edited.get(message.id)),
      ...(choice === undefined || choice.used ? {} : { card: choice.card }),
    };
  });
}

// What was called off since it was asked about is not asked about any more, and what was moved is shown where it is.
async function openDialogs(
  tx: Tx,
  vault: Vault,
  conversations: readonly Address[],
  states: Awaited<ReturnType<typeof listDialogs>>,
  world: World,
): Promise<readonly Dialog[]> {
  const begun = conversations.map((one) => openDialog(vault, states.get(one)));
  const found = await listAskedActivities(tx, begun.flatMap(listShown));
  const gone = new Set(found.filter((one) => one.calledOff).map((one) => one.number));
  const now = new Map(found.map((one) => [one.number, toActivityView(one, world)]));
  return begun.map((one) => asItStands(withoutCalledOff(one, gone), now));
}

// Nobody is his own companion. The list is copied only where that matters: patterns are kept for the list as it is.
const besideSpeaker = (people: readonly string[], speaker: Speaker, body: InboundBody): readonly string[] =>
  speaker.kind === "member" && body.kind === "text" && body.text.includes(speaker.name)
    ? people.filter((name) => name !== speaker.name)
    : people;

const isEdited = (body: InboundBody | undefined): boolean => body?.kind === "text" && body.edited === true;

const toTap = (conversation: Address, body: InboundBody | undefined): Tap[] =>
  body?.kind === "choice" ? [{ conversation, id: body.choice }] : [];

const toAccount = ({ channel, bot, sender, conversation }: ClaimedMessage): AccountAddress => ({
  channel,
  bot,
  sender,
  conversation,
});

function toInput(
  vault: Vault,
  message: ClaimedMessage,
  body: InboundBody,
  choice: FoundChoice | undefined,
  edited: EditedFrom | undefined,
): Input {
  const { id: messageId, sentAt } = message;
  const act = choice === undefined ? undefined : actOf(vault, choice);
  if (act !== undefined) return { kind: "act", act, messageId, sentAt };
  switch (body.kind) {
    case "choice":
      return { kind: "stale", used: choice?.used === true };
    case "unreadable":
      return { kind: "unreadable", what: body.what };
    case "text":
      return choice?.used === true
        ? { kind: "stale", used: true }
        : {
            kind: "text",
            text: body.text,
            attachments: body.attachments,
            messageId,
            sentAt,
            ...(edited === undefined ? {} : { edited }),
          };
  }
}

// A notice may be answered anew; all else is done once.
function actOf(vault: Vault, { act: sealed, used }: FoundChoice): Act | undefined {
  const act = openAct(vault, sealed);
  return used ? answeredAnew(act) : act;
}
