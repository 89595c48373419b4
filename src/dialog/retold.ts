import type { ReportDraft } from "#src/domain/draft.ts";
import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { mainKind } from "#src/understanding/kinds.ts";
import { understand } from "#src/understanding/understand.ts";
import { readingContext, toCard } from "./card.ts";
import type { Question, ReportCard } from "./dialog.ts";

/**
 * What a line is that tells of a whole deed, with its day, while a piece of a report is asked about: the same deed
 * told once more, with what it says now, or "another" that contradicts it. Undefined where it is no whole deed.
 */
export function readRetold(
  card: ReportCard,
  { field }: Question,
  said: { readonly text: string; readonly at: Date },
  facts: Facts,
): ReportCard | "another" | undefined {
  const line = said.text.normalize("NFKC");
  if (mainKind(line) === undefined || findDates(line, { today: facts.today, prefer: "past" }).length === 0)
    return undefined;
  const read = understand(said.text, readingContext(facts, said.at));
  const [now, more] = read.reports;
  const [before, other] = card.reports;
  if (now === undefined || before === undefined || read.ask.includes("intent")) return undefined;
  if (more !== undefined || other !== undefined || !agree(before, now, field)) return "another";
  const { end: _, ...kept } = before;
  const { questions } = toCard(read, { text: said.text, messageId: card.messageId }, facts);
  return {
    ...card,
    reports: [{ ...kept, ...now }],
    opinions: [...card.opinions, ...read.opinions],
    questions,
  };
}

function agree(before: ReportDraft, now: ReportDraft, asked: Question["field"]): boolean {
  const isAsked = (field: Question["field"]): boolean => asked === field;
  const samePlace = before.place === undefined || now.place === undefined || before.place === now.place;
  const sameCounts = Object.entries(now.counts ?? {}).every(
    ([unit, n]) => (new Map(Object.entries(before.counts ?? {})).get(unit) ?? n) === n,
  );
  return (
    (isAsked("kind") || before.kind === now.kind) &&
    (isAsked("place") || samePlace) &&
    (isAsked("count") || sameCounts) &&
    (isAsked("date") || isAsked("end") || before.date === now.date)
  );
}
