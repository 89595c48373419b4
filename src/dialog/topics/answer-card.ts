import { isCountUnit } from "#src/domain/count-unit.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { CardField } from "#src/domain/requests/report.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { mainKind } from "#src/understanding/kinds.ts";
import { understand } from "#src/understanding/understand.ts";
import { asksAFigure } from "../asks-a-figure.ts";
import { readingContext } from "../card.ts";
import { withCorrection } from "../corrected.ts";
import { itemsMeant } from "../items-meant.ts";
import { readCorrection } from "../read-correction.ts";
import type { Dialog, Question, ReportCard, Turn } from "../dialog.ts";
import { readRetold } from "../retold.ts";
import { recalling, say } from "../turns.ts";
import { isNo, isYes } from "../words.ts";
import { addTo } from "./add-to-card.ts";
import { answerAndMore } from "./answer-and-more.ts";
import { hearAnotherOpinion } from "./as-opinion.ts";
import { dropAsked } from "./drop-asked.ts";
import { present, type Said } from "./report.ts";
import { withAnswer } from "./with-answer.ts";

/**
 * What a message means while a card's question is open: an answer to it, a no, a correction of something else on it.
 * Undefined when it is about something else; the card then waits.
 */
export function hearAnswer(
  dialog: Dialog,
  card: ReportCard,
  question: Question,
  said: Said,
  facts: Facts,
): Turn | undefined {
  if (isNo(said.text) && question.field !== "with") return dropAsked(dialog, card, question, said, facts);
  if (question.field === "intent" || asksAFigure(said, facts)) return undefined;
  const isAhead = question.ahead === true || question.refused !== undefined;
  if (isAhead && NOT_YET.test(said.text)) return dropAsked(dialog, card, question, said, facts);
  // 对 says that something is right; which of several it is, it does not say.
  if (isYes(said.text) && !/\d/u.test(said.text)) return askAnew(dialog, card, question.field);
  const retold = readRetold(card, question, said, facts);
  if (retold === "another") return undefined;
  if (retold !== undefined) return present(dialog, retold, facts, card);
  const corrected = correctedElsewhere(card, question.field, said, facts);
  if (corrected !== undefined) return present(dialog, corrected, facts, card);
  const more = answerAndMore(card, question, said, facts);
  if (more !== undefined) return more === "another" ? undefined : present(dialog, more, facts, card);
  const added = addTo(card, said.text, facts);
  // 12户 is no place, whatever is asked.
  if (added !== undefined && question.field === "place" && added.reports[0]?.place === card.reports[0]?.place)
    return present(dialog, added, facts);
  if (question.field === "category") {
    const told = hearAnotherOpinion(dialog, card, said, facts);
    if (told !== undefined) return told;
  }
  const answered = answer(dialog, card, { ...question, field: question.field }, said.text, said.at, facts);
  if (answered !== undefined) return answered;
  if (added !== undefined) return present(dialog, added, facts);
  if (namesNoDay(said.text, facts)) return askAnew(dialog, card, question.field);
  const read = understand(said.text, readingContext(facts, said.at));
  // What nobody could make anything of is no other topic either.
  const isLost = read.ask.includes("intent") && read.reports.length === 0;
  const elsewhere = read.intent !== "chat" && read.intent !== "correction" && !isLost;
  return elsewhere ? undefined : askAnew(dialog, card, question.field);
}

// 不对,是8户 while something else is asked: it is put right, and the question stays.
function correctedElsewhere(
  card: ReportCard,
  asked: CardField,
  { text, at }: Said,
  facts: Facts,
): ReportCard | undefined {
  const correction = DISAGREES.test(text) ? readCorrection(text, facts, at) : undefined;
  if (correction === undefined || correction.field === asked) return undefined;
  if (isCountUnit(correction.field) && (asked === "count" || card.reports.length === 0)) return undefined;
  const [item = 0] = itemsMeant(card, correction, text, facts);
  return withCorrection(card, item, correction, facts.today);
}

const DISAGREES = /^(?:不对|不是|错了|改)/u;

const NOT_YET =
  /^[^,\u3002]{0,4}(?:还没|没(?:有)?(?:去|做|办|开)|等(?:下|会|哈)|待会|一会儿?(?:去|再)|晚点|打算|准备)/u;

// 11月31日 and nothing else: an answer that cannot be right.
const namesNoDay = (text: string, { today }: Facts): boolean =>
  mainKind(text) === undefined &&
  findDates(text.normalize("NFKC"), { today, prefer: "past" }).some((one) => one.impossible === true);

// It is now asked a second time: after another topic one line is enough.
const askAnew = (dialog: Dialog, { card }: ReportCard, field: CardField): Turn =>
  say(recalling(dialog, card), { kind: "report.not-read", field });

/** The card with an answer to one of its questions, shown; undefined where it is none. */
export function answer(
  dialog: Dialog,
  card: ReportCard,
  question: { readonly item: number; readonly field: CardField },
  text: string,
  at: Date,
  facts: Facts,
): Turn | undefined {
  const answered = withAnswer(card, question, text, at, facts);
  return answered === undefined ? undefined : present(dialog, answered, facts, card);
}
