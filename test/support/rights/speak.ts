import type { Tx } from "#db/client.ts";
import { type Dialog, IDLE, type Turn } from "#src/dialog/dialog.ts";
import { step } from "#src/dialog/step.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { RequestName } from "#src/domain/request.ts";
import { converseAll } from "#src/inbox/converse.ts";
import type { RenderedChoice } from "#src/text/rendered.ts";
import { render } from "#src/text/render.ts";
import type { Actor } from "./actors.ts";
import { factsOf, NOW, PARTS } from "./trial.ts";

/** What was said in answer, and what the house was asked for on the way. */
export type Answered = {
  /** Everything that can be seen: words, labels, and what stands behind the buttons. */
  readonly text: string;
  /** The words of the first message. */
  readonly shown: string;
  readonly choices: readonly RenderedChoice[];
  readonly kinds: readonly string[];
  readonly asked: readonly RequestName[];
};

const NOTHING: Answered = { text: "", shown: "", choices: [], kinds: [], asked: [] };

/** Says lines one after another, as the inbox would hear them, and returns all that is answered to the last. */
export async function speak(
  tx: Tx,
  actor: Actor,
  names: Pick<Facts, "people" | "places">,
  lines: readonly string[],
): Promise<Answered> {
  const facts: Facts = { ...factsOf(actor), ...names };
  let dialog: Dialog = IDLE;
  let answered = NOTHING;
  for (const [index, text] of lines.entries()) {
    const messageId = 800_000 + index;
    const turn = step(dialog, { kind: "text", text, attachments: [], messageId, sentAt: NOW }, facts);
    const [done] = await converseAll(tx, PARTS, [{ turn, facts }]);
    dialog = done?.after ?? dialog;
    const replies = done?.replies ?? [];
    const shown = replies.map((reply) => render(reply, facts));
    const words = shown.flatMap((one) => [one.text, ...one.choices.map((choice) => JSON.stringify(choice))]);
    answered = {
      text: words.join("\n"),
      shown: shown[0]?.text ?? "",
      choices: shown.flatMap((one) => one.choices),
      kinds: replies.map((reply) => reply.kind),
      asked: askedBy(turn),
    };
  }
  return answered;
}

const askedBy = (turn: Turn): readonly RequestName[] => (turn.request === undefined ? [] : [turn.request.do]);
