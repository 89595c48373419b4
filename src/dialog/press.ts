import { findCommand } from "./commands.ts";
import type { Dialog } from "./dialog.ts";
import { verdictOnAll } from "./entered-verdicts.ts";
import { isSaidFor } from "./said-for.ts";
import { takesNumber } from "./takes-number.ts";
import { inFocus } from "./turns.ts";
import { bare, isFirmNo, isFirmYes, isNo, isYes, menuNumber } from "./words.ts";

/** One thing to tap on a card that the person can have seen. */
export type Button = { readonly label: string; readonly used: boolean };

/** A card that the person can have seen, with its buttons in order. */
export type SeenCard<B extends Button> = {
  /** Nobody had asked for it: news, or a reminder. */
  readonly unasked: boolean;
  readonly buttons: readonly B[];
};

/** The one button that a line presses, or the buttons of two cards between which only the person can choose. */
export type Pressed<B extends Button> = { readonly button: B } | { readonly either: readonly B[] };

/** The longest line that may be a button's words, in characters. */
export const LONGEST_LABEL = 40;

/**
 * The button that typed words or a bare number mean, of the cards in view, newest first; undefined where they mean
 * none. The words of a button are that button. While somebody's own card is open and news came after it, a number, a
 * yes or a no may mean either.
 */
export function press<B extends Button>(
  text: string,
  cards: readonly SeenCard<B>[],
  dialog: Dialog,
): Pressed<B> | undefined {
  const [newest] = cards;
  if (newest === undefined) return undefined;
  const meant = pointer(text, newest, dialog);
  if (meant === undefined)
    return isForFocus(text, newest, dialog)
      ? undefined
      : (labelled(text, cards) ?? firstOfEach(text, newest) ?? inOtherWords(text, cards, dialog));
  const button = meant(newest);
  const own = ownOpen(cards, dialog);
  if (own === undefined || !newest.unasked) return button === undefined ? undefined : { button };
  const other = own.buttons.some((one) => one.used) ? undefined : meant(own);
  if (button === undefined || button.used || other === undefined) {
    const [left] = [other, button].filter((one) => one !== undefined);
    return left === undefined ? undefined : { button: left };
  }
  return { either: [button, other] };
}

// A question without buttons came after the card with the newest ones: a yes or a no is for the question.
const isForFocus = (text: string, newest: SeenCard<Button>, dialog: Dialog): boolean =>
  !newest.unasked && inFocus(dialog) !== undefined && (isYes(text) || isNo(text));

const ownOpen = <B extends Button>(cards: readonly SeenCard<B>[], dialog: Dialog): SeenCard<B> | undefined =>
  inFocus(dialog) === undefined ? undefined : cards.find((one) => !one.unasked);

type Pointer = <B extends Button>(card: SeenCard<B>) => B | undefined;

/** What a number, a yes or a no points at on any card; undefined where the line is none of these. */
function pointer(text: string, newest: SeenCard<Button>, dialog: Dialog): Pointer | undefined {
  const position = menuNumber(text);
  if (position !== undefined)
    return takesNumber(dialog) ? () => undefined : (card) => card.buttons[position - 1];
  // A polite word is no answer to news: only a firm one is, or its button's own word.
  const waits = inFocus(dialog) !== undefined;
  if (!newest.unasked) return undefined;
  if (isFirmYes(text) || (waits && isYes(text))) return (card) => card.buttons.find(saysYes);
  if (isFirmNo(text) || (waits && isNo(text))) return (card) => card.buttons.find(saysNo);
  return undefined;
}

const saysYes = ({ label }: Button): boolean => /^(?:对|是)/u.test(label);
const saysNo = ({ label }: Button): boolean => label.startsWith("不");

// 我没去 to the news that waits for a word, where nothing else does.
function inOtherWords<B extends Button>(
  text: string,
  cards: readonly SeenCard<B>[],
  dialog: Dialog,
): Pressed<B> | undefined {
  if (inFocus(dialog) !== undefined || findCommand(text) !== undefined) return undefined;
  // Said once more to what was filed just now, it is no word for anything else.
  if (isYes(text) && dialog.filed !== undefined) return undefined;
  const news = cards.find((one) => one.unasked && !one.buttons.some(({ used }) => used));
  // 都对 is of more than the newest card.
  if (news?.buttons.some(({ label }) => label === "不对") === true && verdictOnAll(text) !== undefined)
    return undefined;
  const button = news?.buttons.find(({ label }) => isSaidFor(label, text));
  return button === undefined ? undefined : { button };
}

// 都对 to what several deputies did, each with a card of his own: the first is shown, and then the next.
const EACH = /^记[①-⑧]/u;
const ALL =
  /^(?:是的?|对的?|嗯|好的?)?(?:都|全部?|一起)(?:都)?(?:对|是|记|要|没错|属实|记下来?|记上)(?:的|了|吧|嘛|啊)*$/u;
function firstOfEach<B extends Button>(text: string, newest: SeenCard<B>): Pressed<B> | undefined {
  const [first] = newest.buttons;
  const isEach = newest.buttons.length > 1 && newest.buttons.every(({ label }) => EACH.test(label));
  return first !== undefined && isEach && ALL.test(bare(text)) ? { button: first } : undefined;
}

// A bare yes or no is no word for a card that lies further back.
function labelled<B extends Button>(text: string, cards: readonly SeenCard<B>[]): Pressed<B> | undefined {
  const words = bare(text);
  if (words === "" || words.length > LONGEST_LABEL) return undefined;
  const isMeant = ({ label }: B): boolean => bare(label) === words;
  const newest = cards[0]?.buttons.find(isMeant);
  const isCommand = findCommand(text) !== undefined;
  // 请假 to an invitation may be about another activity as well: the command asks which.
  if (newest?.used === false) return isCommand && cards[0]?.unasked === true ? undefined : { button: newest };
  if (isCommand || isYes(text) || isNo(text)) return undefined;
  const open = cards.flatMap((one) => one.buttons).find((one) => isMeant(one) && !one.used);
  const button = open ?? newest;
  return button === undefined ? undefined : { button };
}
