import { isCountUnit } from "#src/domain/count-unit.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { CardField, ReportAct } from "#src/domain/requests/report.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { mainKind } from "#src/understanding/kinds.ts";
import { understand } from "#src/understanding/understand.ts";
import { isMistake } from "#src/understanding/words.ts";
import { readAdditions, withAdditions } from "../additions.ts";
import { hearOnFiled } from "../amend-filed.ts";
import { asksAFigure } from "../asks-a-figure.ts";
import { readAnswer, readingContext } from "../card.ts";
import { readCorrection, withCorrection } from "../corrected.ts";
import type { Dialog, Question, ReportCard, Turn } from "../dialog.ts";
import { timeIn } from "../part-of-day.ts";
import { readRetold } from "../retold.ts";
import { focus, recalling, say } from "../turns.ts";
import { isHum, isNo, isYes } from "../words.ts";
import { asOpinion, hearAnotherOpinion } from "./as-opinion.ts";
import { withHeard } from "../unheard.ts";
import { isAgainstFiles } from "./files.ts";
import { confirm, drop, present, type Said, view } from "./report.ts";
import { hearWithdrawal } from "./withdrawal.ts";

/**
 * What a message means while a report's card is in focus: yes, no, an answer to its question, a correction of it.
 * Undefined when it is about something else; the card then waits.
 */
export function hearOnCard(dialog: Dialog, card: ReportCard, said: Said, facts: Facts): Turn | undefined {
  if (card.whose !== undefined) return isNo(said.text) ? drop(dialog, card) : undefined;
  if (isAgainstFiles(said.text)) return present(dialog, { ...card, files: [] }, facts);
  const filed = hearOnFiled(dialog, card, said, facts);
  if (filed !== undefined) return filed;
  const question = card.questions[0];
  if (question !== undefined) return hearAnswer(dialog, card, question, said, facts);
  if (isYes(said.text)) return confirm(dialog, card, facts, said.messageId);
  if (isHum(said.text)) return say(dialog, { kind: "report.card", again: true, ...view(card, facts) });
  if (isNo(said.text)) return drop(dialog, card);
  const { intent } = understand(said.text, readingContext(facts, said.at));
  if (isMistake(said.text)) return say(focus(dialog, card), { kind: "report.fields", ...view(card, facts) });
  if (intent === "withdraw") return hearWithdrawal(dialog, said.text, facts);
  const added = addTo(card, said.text, facts);
  if (added !== undefined) return present(dialog, added, facts, card);
  if (intent !== "correction") return undefined;
  const correction = readCorrection(said.text, facts, said.at);
  if (correction === undefined) return say(dialog, { kind: "report.not-read", field: fieldIn(said.text) });
  return present(dialog, withCorrection(card, itemFor(card, correction.field), correction), facts, card);
}

/** The card with what a short line adds to its one report; undefined where it is about something else. */
export function addTo(card: ReportCard, text: string, facts: Facts): ReportCard | undefined {
  const [report, other] = card.reports;
  const added = report === undefined || other !== undefined ? undefined : readAdditions(text, facts);
  if (report === undefined || added === undefined) return undefined;
  return {
    ...card,
    reports: [withAdditions(report, added, text)],
    questions: card.questions.filter(isOpenAfter(added)),
  };
}

const isOpenAfter =
  (added: object) =>
  ({ field }: Question): boolean =>
    !Object.hasOwn(added, field === "count" ? "counts" : field);

const FIELDS: readonly (readonly [CardField, RegExp])[] = [
  ["count", /数|户|人次|多少/u],
  ["date", /时间|日期|日子|哪天/u],
  ["place", /地点|地方|位置/u],
  ["with", /同行|代表|同去/u],
  ["kind", /类型|种类|类别/u],
];
const fieldIn = (text: string): CardField => FIELDS.find(([, pattern]) => pattern.test(text))?.[0] ?? "text";

function withCompanion(
  card: ReportCard,
  { said, name }: Extract<ReportAct, { do: "card.companion" }>,
): ReportCard {
  const item = Math.max(
    0,
    card.reports.findIndex((one) => one.text.includes(said)),
  );
  const named = withCorrection(card, item, { field: "with", value: name, more: true });
  return { ...named, unknown: (card.unknown ?? []).filter((one) => one.said !== said) };
}

const itemFor = (card: ReportCard, field: string): number => (field === "category" ? card.reports.length : 0);

function hearAnswer(
  dialog: Dialog,
  card: ReportCard,
  question: Question,
  said: Said,
  facts: Facts,
): Turn | undefined {
  if (isNo(said.text) && question.field !== "with") return drop(dialog, card);
  if (question.field === "intent" || asksAFigure(said, facts)) return undefined;
  if (question.ahead === true && NOT_YET.test(said.text)) return drop(dialog, card);
  // 对 says that something is right; which of several it is, it does not say.
  if (isYes(said.text) && !/\d/u.test(said.text)) return askAnew(dialog, card, question.field);
  const retold = readRetold(card, question, said, facts);
  if (retold === "another") return undefined;
  if (retold !== undefined) return present(dialog, retold, facts, card);
  const corrected = correctedElsewhere(card, question.field, said, facts);
  if (corrected !== undefined) return present(dialog, corrected, facts, card);
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
  return withCorrection(card, itemFor(card, correction.field), correction);
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

function answer(
  dialog: Dialog,
  card: ReportCard,
  question: { readonly item: number; readonly field: CardField },
  text: string,
  at: Date,
  facts: Facts,
): Turn | undefined {
  const correction = readAnswer(question.field, text, card.reports[question.item], facts, at);
  if (correction === undefined) return undefined;
  const time = timeIn(text);
  // 昨天下午3点 says on which day, and when.
  const timed = correction.field === "date" && time !== undefined ? { ...correction, time } : correction;
  const corrected = withCorrection(card, question.item, timed);
  const questions = card.questions.filter(
    (one) => one.field !== question.field || one.item !== question.item,
  );
  return present(dialog, { ...corrected, questions }, facts, card);
}

/** What a tap on a report's card does. */
export function tapCard(dialog: Dialog, card: ReportCard, act: ReportAct, said: Said, facts: Facts): Turn {
  switch (act.do) {
    case "card.confirm":
      return confirm(dialog, card, facts, said.messageId);
    case "card.drop":
    case "card.another":
      return drop(dialog, card);
    case "card.edit":
      return say(focus(dialog, card), { kind: "report.fields", ...view(card, facts) });
    case "card.edit-field": {
      const { item, field } = act;
      return present(dialog, { ...card, questions: [{ item, field }, ...card.questions] }, facts);
    }
    case "card.answer":
      return (
        answer(dialog, card, act, act.value, said.at, facts) ??
        say(dialog, { kind: "report.not-read", field: act.field })
      );
    case "card.heard":
      return present(dialog, withHeard(card, facts), facts, card);
    case "card.companion":
      return present(dialog, withCompanion(card, act), facts, card);
    case "card.intent":
      return act.intent === "chat" ? drop(dialog, card) : present(dialog, asOpinion(card, facts), facts);
  }
}
