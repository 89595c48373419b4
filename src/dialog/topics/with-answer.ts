import type { Facts } from "#src/domain/facts.ts";
import type { CardField } from "#src/domain/requests/report.ts";
import { readAnswer } from "../card.ts";
import { withCorrection } from "../corrected.ts";
import type { ReportCard } from "../dialog.ts";
import { timeIn } from "../part-of-day.ts";

/** The card with an answer to one of its questions; undefined where it is none. */
export function withAnswer(
  card: ReportCard,
  question: { readonly item: number; readonly field: CardField },
  text: string,
  at: Date,
  facts: Facts,
): ReportCard | undefined {
  const correction = readAnswer(question.field, text, card.reports[question.item], facts, at);
  if (correction === undefined) return undefined;
  const time = timeIn(text);
  // 昨天下午3点 says on which day, and when.
  const timed = correction.field === "date" && time !== undefined ? { ...correction, time } : correction;
  const corrected = withCorrection(card, question.item, timed, facts.today);
  const questions = card.questions.filter(
    (one) => one.field !== question.field || one.item !== question.item,
  );
  return { ...corrected, questions };
}
