import type { Tx } from "#db/client.ts";
import { type Dialog, IDLE, type Turn } from "#src/dialog/dialog.ts";
import { step } from "#src/dialog/step.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { RequestName } from "#src/domain/request.ts";
import { converseAll } from "#src/inbox/converse.ts";
import { render } from "#src/text/render.ts";
import type { Actor } from "./actors.ts";
import { factsOf, NOW, PARTS } from "./trial.ts";

/** What was said in answer, and what the house was asked for on the way. */
export type Answered = { readonly text: string; readonly asked: readonly RequestName[] };

/** Says lines one after another, as the inbox would hear them, and returns all that is answered to the last. */
export async function speak(
  tx: Tx,
  actor: Actor,
  names: Pick<Facts, "people" | "places">,
  lines: readonly string[],
): Promise<Answered> {
  const facts: Facts = { ...factsOf(actor), ...names };
  let dialog: Dialog = IDLE;
  let answered: Answered = { text: "", asked: [] };
  for (const [index, text] of lines.entries()) {
    const messageId = 800_000 + index;
    const turn = step(dialog, { kind: "text", text, attachments: [], messageId, sentAt: NOW }, facts);
    const [done] = await converseAll(tx, PARTS, [{ turn, facts }]);
    dialog = done?.after ?? dialog;
    const shown = (done?.replies ?? []).map((reply) => render(reply));
    const words = shown.flatMap((one) => [one.text, ...one.choices.map((choice) => JSON.stringify(choice))]);
    answered = { text: words.join("\n"), asked: askedBy(turn) };
  }
  return answered;
}

const askedBy = (turn: Turn): readonly RequestName[] => (turn.request === undefined ? [] : [turn.request.do]);
