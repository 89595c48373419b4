import type { ReportAct } from "#src/domain/requests/report.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { MandateDayWanted } from "#src/domain/requests/mandate.ts";
import { askDay } from "./mandate.ts";
import { toFiles } from "./files.ts";
import { holding } from "./held-files.ts";
import { pickObjected } from "./objecting.ts";
import type { Said } from "./report.ts";
import { handsBack } from "./explain.ts";
import type { Dialog, Pending, SureCard, Turn } from "../dialog.ts";
import { isBareGrant } from "../read-leave-verdict.ts";
import { ask, focus, say, without } from "../turns.ts";
import { bare, isNo, isYes } from "../words.ts";

// Shows what a yes would do, and waits for it.
function askSure(dialog: Dialog, { card, question, request, otherwise }: SureOutcome): Turn {
  const mine = dialog.pending.find((one) => asksTheSame(one, request))?.card ?? card;
  const others = dialog.pending.filter((one) => matterOf(one.card) !== matterOf(card) && one.card !== mine);
  return showSure(
    { ...withListed(dialog, question), pending: others },
    { at: "sure", card: mine, question, request, ...(otherwise === undefined ? {} : { otherwise }) },
    false,
  );
}

// What was shown to be verified is what 退回 全部 means, also once nobody wants to verify it.
const withListed = (dialog: Dialog, question: SureOutcome["question"]): Dialog =>
  question.kind === "sure.verify"
    ? { ...dialog, listed: question.records.map(({ number }) => number) }
    : dialog;

/** Asks for what the house came back for: a yes, or the day of a change. */
export const askBack = (dialog: Dialog, outcome: SureOutcome | MandateDayWanted): Turn =>
  outcome.of === "sure" ? askSure(dialog, outcome) : askDay(dialog, outcome);

// Said once more, it is decided once, by the buttons of whichever message: it stays the same card.
const asksTheSame = (one: Pending, request: SureOutcome["request"]): boolean =>
  one.at === "sure" && JSON.stringify(one.request) === JSON.stringify(request);

// What is shown anew of the same matter takes the place of what was shown before.
const matterOf = (card: string): string => card.split("~")[0] ?? card;

/** Shows such a card, `again` when it comes back after another topic. */
export function showSure(dialog: Dialog, pending: SureCard, again: boolean): Turn {
  const { card, question } = pending;
  return say(focus(dialog, pending), { ...question, card, ...(again ? { again: true as const } : {}) });
}

/** What a message means while such a card is in focus; undefined when it is about something else. */
export function hearOnSure(dialog: Dialog, card: SureCard, said: Said, facts: Facts): Turn | undefined {
  const { text } = said;
  const picked = pickObjected(dialog, card, said, facts);
  if (picked !== undefined) return picked;
  if (isYes(text) || bare(text) === "同意" || decidesIt(card, text))
    // Which one it is, or what of two, no yes says. Of a card that was merely mentioned since, nobody sees what the yes would do.
    return (dialog.mentioned ?? 0) > 0 || isChoice(card)
      ? showSure({ ...dialog, mentioned: 0 }, card, true)
      : agree(dialog, card);
  const done = card.question.kind === "sure.explain" ? handsBack(text) : undefined;
  if (done !== undefined) return agree(dialog, withWords(card, done));
  if (
    (card.question.kind === "sure.together" || card.question.kind === "sure.joined") &&
    IS_ANOTHER.test(bare(text))
  )
    return ask(without(dialog, card.card), card.request);
  if (card.question.kind === "sure.joined" && IS_SAME.test(bare(text))) return agree(dialog, card);
  if (isOfTheSame(card)) {
    if (IS_SAME.test(bare(text))) return drop(dialog, card, said, facts);
    if (IS_OTHER.test(bare(text)) || IS_MORE.test(bare(text))) return agree(dialog, card);
  }
  if (isNo(text) || bare(text) === "不同意" || isAnother(card, text) || isWrong(card, text))
    return drop(dialog, card, said, facts);
  return undefined;
}

// 照片补上了 to 重新交: that is said of it, where nothing was yet.
const withWords = (card: SureCard, words: string): SureCard =>
  card.request.do === "report.explain" && card.request.words === "" && words !== ""
    ? { ...card, request: { ...card.request, words } }
    : card;

/** True for 准了 and 准假 under the card that asks whether leave is granted, and for 不准 under that of a refusal. */
export const decidesIt = ({ question }: SureCard, text: string): boolean =>
  (question.kind === "sure.leave" || question.kind === "sure.leaves") &&
  (question.approve ? isBareGrant(text) : REFUSES.test(bare(text)));

const REFUSES = /^(?:就|那就|对|是)*不(?:准假?|批准?)(?:了|吧|的|他|她)*$/u;

const isChoice = ({ question }: SureCard): boolean =>
  question.kind === "sure.objecting" &&
  (question.absences.length > 1 || question.absences.some((one) => one.belated));

const IS_ANOTHER = /^(?:不是(?:的|同一次|那次|一回事)?|是?另(?:外)?一次|不对|不一样)(?:,?另记一条)?$/u;

const isOfTheSame = ({ question: { kind } }: SureCard): boolean =>
  kind === "sure.similar" || kind === "sure.submit-again";

// Asked whether a record that stands is the one that is told of.
const IS_SAME =
  /^(?:是的?|对的?|嗯|哦|就|那|这|其实|应该)*(?:同一[次回件个条]事?|一回事|一码事|一样的?|那[次条个件]|这[次条个件]|重复|记重|报重|提重|已经记|(?:已经)?[记提交]过|有了)(?:的|了|啦|吧|啊|嘛)*(?:那?就?(?:不用|不)(?:再)?[记提]了?|算了|不用了)?$|^(?:那|就|就是)*(?:不[用要必]?|别)再?[记提]交?(?:一[次条件个])?(?:了|吧|嘛)*$/u;
const IS_OTHER =
  /^(?:不|是|那|这|对|哦|嗯|就|的|真)*(?:不是(?:同一[次回件个条]事?|一回事|一码事|那[次条个]|重复的?)|不一样|不同|(?:另|又)(?:外)?(?:一|的)?[次回条件]|另外的?|两[回码]事|两[次件])(?:的|了|啊|嘛|吧|再[记提](?:一[次条件个])?|不一样)*$/u;
const IS_MORE =
  /^(?:我|就|那|是|对|还是)*(?:还?要(?:再?[记提]交?)?|再[记提]交?)(?:一[次条件个])?(?:的|了|啊|嘛|吧)*$/u;

/** A yes to such a card; to a colleague's record it is one to a share of it, and what was told stays unsaid. */
export const agree = (dialog: Dialog, card: SureCard): Turn => ask(without(dialog, card.card), agreed(card));

function agreed({ question, request }: SureCard): SureCard["request"] {
  if (question.kind === "sure.together")
    return { do: "report.share", number: question.record.number, present: true };
  return question.kind === "sure.joined" && request.do === "report.file"
    ? { ...request, together: question.record.number }
    : request;
}

// Where the card asks whether this is the one, 不是 says no; where it says that it is one already, it says the opposite.
const isAnother = ({ question: { kind } }: SureCard, text: string): boolean =>
  (kind === "sure.attach" || kind === "sure.cosign" || kind === "sure.objecting") &&
  /^(?:都|也)?不是(?:的|这[条件个张]|那[条件个张])?[。.!]?$/u.test(text.normalize("NFKC").trim());

// 不对 to what is read back is a no; to a record that stands already it may mean either.
const isWrong = ({ question: { kind } }: SureCard, text: string): boolean =>
  kind !== "sure.similar" &&
  kind !== "sure.submit-again" &&
  /^(?:不对|错了|不是这样)(?:的|了|啊)?[。.!]*$/u.test(text.normalize("NFKC").trim());

/** What a tap on such a card does. */
export function tapSure(dialog: Dialog, card: SureCard, act: ReportAct, said: Said, facts: Facts): Turn {
  if (act.do === "card.confirm") return agree(dialog, card);
  return act.do === "card.another"
    ? ask(without(dialog, card.card), card.request)
    : drop(dialog, card, said, facts);
}

/** What a no to such a card does: nothing, but that files wait, and that what was told beside it is filed. */
export function drop(
  dialog: Dialog,
  { card, question, request, otherwise }: SureCard,
  { at }: Pick<Said, "at">,
  facts: Facts,
): Turn {
  if (otherwise !== undefined) return ask(without(dialog, card), otherwise);
  const carries = request.do === "report.file" || request.do === "suggestion.submit";
  const files = carries ? toFiles(request.files ?? []) : [];
  const next = holding(without(dialog, card), files, at, facts);
  const count = files.length === 0 ? 0 : (next.held?.files.length ?? 0);
  return say(next, { kind: "sure.dropped", of: question.kind, ...(count === 0 ? {} : { files: count }) });
}
