import { asKept } from "#src/domain/as-kept.ts";
import type { Facts } from "#src/domain/facts.ts";
import { mandateOn } from "#src/domain/mandate-on.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { CardField, ReportAct } from "#src/domain/requests/report.ts";
import type { AttachmentRef } from "#src/message/inbound.ts";
import { type CardView, itemsThatFit } from "#src/text/report-card.ts";
import { understand } from "#src/understanding/understand.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
import { isStaff } from "../audience.ts";
import { readAnswer, readingContext, toCard, withCorrection } from "../card.ts";
import type { Dialog, Question, ReportCard, Turn } from "../dialog.ts";
import { ask, focus, say, without } from "../turns.ts";
import { isNo, isYes } from "../words.ts";
import { filesOf, isAgainstFiles } from "./files.ts";
import { hearWithdrawal } from "./withdrawal.ts";

/** A message, as the topics get it. */
export type Said = {
  readonly text: string;
  readonly messageId: number;
  readonly at: Date;
  /** What came with it. */
  readonly files?: readonly AttachmentRef[];
};

/** Shows what was understood, or asks the first thing that is not certain. */
export function showCard(dialog: Dialog, read: Understanding, said: Said, facts: Facts): Turn {
  return present(dialog, toCard(read, said), facts);
}

/** Shows a card, or asks its first open question. */
export function present(dialog: Dialog, card: ReportCard, facts: Facts, changed?: CardField | "count"): Turn {
  const next = focus(dialog, card);
  const question = card.questions[0];
  if (question === undefined)
    return say(next, {
      kind: "report.card",
      ...view(card, facts),
      ...(changed === undefined ? {} : { changed }),
    });
  return say(next, {
    kind: "report.question",
    ...view(card, facts),
    ...question,
    ...intentView(card, facts),
  });
}

/** What a card shows: as much as fits, as it will be kept, and how much more there is. */
export function view(card: ReportCard, facts: Facts): CardView {
  const { onBehalf, files = [] } = card;
  const { seen, rest } = inParts(card, facts);
  const left = rest.reports.length + rest.opinions.length;
  return {
    card: card.card,
    reports: seen.reports.map(asKept),
    opinions: seen.opinions.map(asKept),
    files: files.length,
    today: facts.today,
    ...(onBehalf === undefined ? {} : { onBehalf }),
    ...(left === 0 ? {} : { left }),
    ...(card.opinions.some((one) => one.urgent === true) ? { danger: true as const } : {}),
  };
}

// What it was is asked in its own words, and only what the speaker may do is offered.
function intentView({ questions, said }: ReportCard, facts: Facts) {
  if (questions[0]?.field !== "intent") return {};
  return { said: withoutPersonalData(said), mayReport: isActing(facts) || isStaff(facts.speaker) };
}

type Items = Pick<ReportCard, "reports" | "opinions">;

/** What is seen of a card and filed by a yes, and what comes after it. */
function inParts(
  { reports, opinions }: Items,
  { today }: Facts,
): { readonly seen: Items; readonly rest: Items } {
  const most = itemsThatFit({ reports: reports.map(asKept), opinions: opinions.map(asKept), today });
  const left = Math.max(0, most - reports.length);
  return {
    seen: { reports: reports.slice(0, most), opinions: opinions.slice(0, left) },
    rest: { reports: reports.slice(most), opinions: opinions.slice(left) },
  };
}

/**
 * What a message means while a report's card is in focus: yes, no, an answer to its question, a correction of it.
 * Undefined when it is about something else; the card then waits.
 */
export function hearOnCard(dialog: Dialog, card: ReportCard, said: Said, facts: Facts): Turn | undefined {
  if (card.whose !== undefined) return isNo(said.text) ? drop(dialog, card) : undefined;
  if (isAgainstFiles(said.text)) return present(dialog, { ...card, files: [] }, facts);
  const question = card.questions[0];
  if (question !== undefined) return hearAnswer(dialog, card, question, said, facts);
  if (isYes(said.text)) return confirm(dialog, card, facts, said.messageId);
  if (isNo(said.text)) return drop(dialog, card);
  const read = understand(said.text, readingContext(facts, said.at));
  if (read.intent === "withdraw") return hearWithdrawal(dialog, said.text, facts);
  if (read.intent !== "correction" || read.correction === undefined) return undefined;
  const { correction } = read;
  return present(dialog, withCorrection(card, itemFor(card, correction.field), correction), facts, "count");
}

const drop = (dialog: Dialog, { card }: ReportCard): Turn =>
  say(without(dialog, card), { kind: "report.dropped" });

const itemFor = (card: ReportCard, field: string): number => (field === "category" ? card.reports.length : 0);

function hearAnswer(
  dialog: Dialog,
  card: ReportCard,
  question: Question,
  said: Said,
  facts: Facts,
): Turn | undefined {
  if (isNo(said.text) && question.field !== "with") return drop(dialog, card);
  if (question.field === "intent") return undefined;
  const answered = answer(dialog, card, { ...question, field: question.field }, said.text, said.at, facts);
  if (answered !== undefined) return answered;
  const read = understand(said.text, readingContext(facts, said.at));
  const elsewhere = read.intent !== "chat" && read.intent !== "correction";
  return elsewhere ? undefined : say(dialog, { kind: "report.not-read", field: question.field });
}

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
  const corrected = withCorrection(card, question.item, correction);
  const questions = card.questions.filter(
    (one) => one.field !== question.field || one.item !== question.item,
  );
  return present(dialog, { ...corrected, questions }, facts, question.field);
}

// What did not fit becomes a card of its own, filed as what the yes to this one asked for.
function confirm(dialog: Dialog, card: ReportCard, facts: Facts, yes: number): Turn {
  if (card.questions.length > 0) return present(dialog, card, facts);
  const { messageId, onBehalf } = card;
  const { seen, rest } = inParts(card, facts);
  const { reports, opinions } = seen;
  const others = { ...card, ...rest, card: `r${yes}`, messageId: yes, files: [] };
  const isAll = rest.reports.length + rest.opinions.length === 0;
  const next = isAll ? without(dialog, card.card) : focus(without(dialog, card.card), others);
  const files = filesOf(card);
  if (onBehalf === undefined && reports.length === 0 && !isActing(facts))
    return ask(next, { do: "opinion.leave", messageId, opinions, ...files });
  return ask(next, {
    do: "report.file",
    messageId,
    reports,
    opinions,
    ...(onBehalf === undefined ? {} : { onBehalf }),
    ...files,
  });
}

const isActing = ({ speaker, today }: Facts): boolean =>
  speaker.kind === "member" && mandateOn(speaker.mandates, today) !== null;

/** What a tap on a report's card does. */
export function tapCard(dialog: Dialog, card: ReportCard, act: ReportAct, said: Said, facts: Facts): Turn {
  switch (act.do) {
    case "card.confirm":
      return confirm(dialog, card, facts, said.messageId);
    case "card.drop":
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
    case "card.intent":
      return act.intent === "chat" ? drop(dialog, card) : present(dialog, asOpinion(card), facts);
  }
}

/** What was said as an opinion of residents, whatever else it was taken for. */
export function asOpinion(card: ReportCard): ReportCard {
  const { letGo: _, ...open } = card;
  const questions = card.questions.filter((one) => one.field !== "intent");
  if (card.opinions.length > 0) return { ...open, reports: [], questions };
  const opinions = [{ text: card.said, category: "other" as const }];
  return { ...open, reports: [], opinions, questions: [{ item: 0, field: "category" }] };
}
