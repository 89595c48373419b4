import type { Day } from "#src/domain/day.ts";
import type { Reply } from "#src/text/reply.ts";
import type { Dialog, Pending } from "./dialog.ts";
import { isObjecting, type ObjectingCard } from "./topics/objecting.ts";

/**
 * A conversation without the words that were to object to an absence and were never confirmed, once the last day is
 * over, and what is said of that: once. What else such a card asks about stays, and shows what is over.
 */
export function withoutOver(
  dialog: Dialog,
  today: Day,
): { readonly dialog: Dialog; readonly told: readonly Reply[] } {
  const asked = dialog.pending.flatMap((one) =>
    one.at === "sure" && isObjecting(one) && one.question.absences.some((each) => isLate(each, today))
      ? [one]
      : [],
  );
  if (asked.length === 0) return { dialog, told: [] };
  const over = asked.filter(({ question }) => question.absences.every((one) => isOver(one, today)));
  const left = dialog.pending.filter((one) => over.every(({ card }) => card !== one.card));
  return {
    dialog: { ...dialog, pending: left.map((one) => asItIs(one, asked, today)) },
    told: over.map(({ question: { text, absences } }) => ({ kind: "sure.objecting-over", text, absences })),
  };
}

type Absence = ObjectingCard["question"]["absences"][number];

const isLate = ({ state, until }: Absence, today: Day): boolean =>
  state === "open" && until !== null && today > until;
const isOver = (one: Absence, today: Day): boolean => one.state === "over" || isLate(one, today);

function asItIs(one: Pending, asked: readonly ObjectingCard[], today: Day): Pending {
  const card = asked.find((each) => each.card === one.card);
  if (card === undefined) return one;
  const absences = card.question.absences.map((each) =>
    isLate(each, today) ? { ...each, state: "over" as const } : each,
  );
  return { ...card, question: { ...card.question, absences } };
}
