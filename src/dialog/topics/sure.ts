import type { ReportAct } from "#src/domain/requests/report.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { Dialog, SureCard, Turn } from "../dialog.ts";
import { ask, focus, say, without } from "../turns.ts";
import { bare, isNo, isYes } from "../words.ts";

/** Shows what a yes would do, and waits for it. */
export function askSure(dialog: Dialog, { card, question, request }: SureOutcome): Turn {
  const others = dialog.pending.filter((one) => matterOf(one.card) !== matterOf(card));
  return showSure({ ...dialog, pending: others }, { at: "sure", card, question, request }, false);
}

// What is shown anew of the same matter takes the place of what was shown before.
const matterOf = (card: string): string => card.split("~")[0] ?? card;

/** Shows such a card, `again` when it comes back after another topic. */
export function showSure(dialog: Dialog, pending: SureCard, again: boolean): Turn {
  const { card, question } = pending;
  return say(focus(dialog, pending), { ...question, card, ...(again ? { again: true as const } : {}) });
}

/** What a message means while such a card is in focus; undefined when it is about something else. */
export function hearOnSure(dialog: Dialog, card: SureCard, text: string): Turn | undefined {
  if (isYes(text) || bare(text) === "同意")
    // Of a card that was merely mentioned since, nobody sees what the yes would do.
    return (dialog.mentioned ?? 0) > 0
      ? showSure({ ...dialog, mentioned: 0 }, card, true)
      : ask(without(dialog, card.card), card.request);
  if (isNo(text) || bare(text) === "不同意" || isAnother(card, text) || isWrong(card, text))
    return drop(dialog, card);
  return undefined;
}

// Where the card asks whether this is the one, 不是 says no; where it says that it is one already, it says the opposite.
const isAnother = ({ question: { kind } }: SureCard, text: string): boolean =>
  (kind === "sure.attach" || kind === "sure.cosign") &&
  /^不是(?:的|这[条件个张]|那[条件个张])?[。.!]?$/u.test(text.normalize("NFKC").trim());

// 不对 to what is read back is a no; to a record that stands already it may mean either.
const isWrong = ({ question: { kind } }: SureCard, text: string): boolean =>
  kind !== "sure.similar" &&
  /^(?:不对|错了|不是这样)(?:的|了|啊)?[。.!]*$/u.test(text.normalize("NFKC").trim());

/** What a tap on such a card does. */
export const tapSure = (dialog: Dialog, card: SureCard, act: ReportAct): Turn =>
  act.do === "card.confirm" ? ask(without(dialog, card.card), card.request) : drop(dialog, card);

const drop = (dialog: Dialog, { card, question }: SureCard): Turn =>
  say(without(dialog, card), { kind: "sure.dropped", of: question.kind });
