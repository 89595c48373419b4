import type { SeenChoice } from "#db/queries/choices.ts";
import type { Vault } from "#db/vault.ts";
import type { Dialog, Input } from "#src/dialog/dialog.ts";
import { type Button, LONGEST_LABEL, press, type SeenCard } from "#src/dialog/press.ts";
import { findPending } from "#src/dialog/turns.ts";
import type { Act } from "#src/domain/act.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { Request } from "#src/domain/request.ts";
import type { ShareAct } from "#src/domain/requests/share.ts";
import type { InboundBody } from "#src/message/inbound.ts";
import type { OutgoingBody } from "#src/outbox/outgoing.ts";

/** A button with the choice that it is. */
type ChoiceButton = Button & { readonly choice: SeenChoice };

/** True for a message that may be the words or the number of a button. */
export const mayPress = (body: InboundBody | undefined): boolean =>
  body?.kind === "text" && body.attachments.length === 0 && body.text.trim().length <= LONGEST_LABEL;

/** What a line presses of what can be seen: one choice, or two between which the person must choose. */
export function findPressed(
  vault: Vault,
  text: string,
  seen: readonly SeenChoice[],
  dialog: Dialog,
): SeenChoice | Extract<Input, { kind: "unclear" }> | undefined {
  const pressed = press(text, toCards(vault, seen, dialog), dialog);
  if (pressed === undefined) return undefined;
  if ("button" in pressed) return pressed.button.choice;
  const options = pressed.either.map(({ label, choice }) => ({ label, act: openAct(vault, choice.act) }));
  return { kind: "unclear", said: text, options };
}

/** What the newest card in view asks of a record that others made, and has no answer to yet. */
export function askedIn(vault: Vault, [newest, ...older]: readonly SeenChoice[]): Pick<Facts, "asked"> {
  if (newest === undefined || !newest.unasked) return {};
  const { card } = newest;
  const choices = [newest, ...older.filter((one) => one.card === card)];
  if (choices.some((one) => one.used)) return {};
  const act = choices.map((one) => openAct(vault, one.act)).find(saysRight);
  return act === undefined ? {} : { asked: { act, card } };
}

/** The card that was answered in other words than its own, and is over with this request. */
export function findAnswered(request: Request | undefined, { asked }: Facts): string | undefined {
  if (request?.do === "report.share")
    return asked?.act.do === "report.share" && asked.act.number === request.number ? asked.card : undefined;
  if (request?.do === "report.acknowledge" && asked?.act.do === "report.acknowledge")
    return request.every === true || asked.act.numbers.every((one) => request.numbers.includes(one))
      ? asked.card
      : undefined;
  if (request?.do !== "report.amend" || asked?.act.do !== "report.acknowledge") return undefined;
  const { number } = request;
  return number !== undefined && asked.act.numbers.includes(number) ? asked.card : undefined;
}

const saysRight = (act: Act): act is ShareAct =>
  (act.do === "report.share" && act.present) || (act.do === "report.acknowledge" && act.right);

/** What a choice means. */
export const openAct = (vault: Vault, act: Buffer): Act => JSON.parse(vault.open(act)) as Act;

function toCards(vault: Vault, seen: readonly SeenChoice[], dialog: Dialog): SeenCard<ChoiceButton>[] {
  const cards = new Map<string, SeenChoice[]>();
  for (const choice of seen) cards.set(choice.card, [choice, ...(cards.get(choice.card) ?? [])]);
  return [...cards.values()].map((choices) => {
    const labels = labelsOf(vault, choices);
    return {
      unasked: choices.some((one) => one.unasked),
      buttons: choices.map((choice) => ({
        label: labels.get(choice.id) ?? "",
        // Opened only where it matters: most messages press nothing.
        get used() {
          return choice.used || isOver(openAct(vault, choice.act), dialog);
        },
        choice,
      })),
    };
  });
}

// A card that was answered in words is over as well, though nobody tapped it.
const isOver = (act: Act, dialog: Dialog): boolean =>
  "card" in act && typeof act.card === "string" && findPending(dialog, act.card) === undefined;

// Words that retention has erased press nothing any more; their buttons still do.
function labelsOf(vault: Vault, choices: readonly SeenChoice[]): Map<string, string> {
  const sealed = choices.find((one) => one.body !== null)?.body;
  if (sealed === undefined || sealed === null) return new Map();
  const body = JSON.parse(vault.open(sealed)) as OutgoingBody;
  return new Map(body.choices.map(({ id, label }) => [id, label]));
}
