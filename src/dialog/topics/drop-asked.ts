import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Question, ReportCard, Turn } from "../dialog.ts";
import { withoutItem } from "./card-items.ts";
import { dropCard } from "./drop-card.ts";
import { present, type Said } from "./report.ts";

/**
 * Lets go of what is asked about: of several things on a card only the record whose day is still to come or was refused, for
 * the others are done and stay; anything else is the whole card.
 */
export function dropAsked(
  dialog: Dialog,
  card: ReportCard,
  question: Question | undefined,
  said: Pick<Said, "at">,
  facts: Facts,
): Turn {
  const { reports, opinions } = card;
  const isOfDay = question !== undefined && (question.ahead === true || question.refused !== undefined);
  if (!isOfDay || reports.length + opinions.length < 2 || question.item >= reports.length)
    return dropCard(dialog, card, said, facts);
  return present(dialog, withoutItem(card, question.item), facts, card);
}
