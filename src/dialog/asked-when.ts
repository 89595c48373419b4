import type { ReportDraft } from "#src/domain/draft.ts";
import type { Facts } from "#src/domain/facts.ts";
import { isStillAhead } from "#src/domain/still-ahead.ts";
import type { Question, ReportCard } from "./dialog.ts";

// 今天下午走访, 今晚接待: the part of the day stands at the head of what was done.
const PART = /^(?:我们?|俺|[\s,])*(?:今[天日])?[\s,]*(?<part>中午|下午|傍晚|今晚|晚上)/u;

const timeOf = ({ time, text }: ReportDraft): string | undefined =>
  time ?? PART.exec(text.normalize("NFKC"))?.groups?.["part"];

/** The card with the question on which day it was, while a record's time of today is still to come: that is no record yet. */
export function withAskedWhen(card: ReportCard, facts: Facts): ReportCard {
  const others = card.questions.filter((one) => one.ahead !== true);
  const item = card.reports.findIndex((one) => isStillAhead(one.date, timeOf(one), facts));
  if (item < 0) return others.length === card.questions.length ? card : { ...card, questions: others };
  const ahead: Question = { item, field: "date", ahead: true };
  const rest = others.filter((one) => one.field !== "date" || one.item !== item);
  return { ...card, questions: [...rest, ahead] };
}
