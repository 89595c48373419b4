import type { Facts } from "#src/domain/facts.ts";
import { readAdditions, withAdditions } from "../additions.ts";
import type { Question, ReportCard } from "../dialog.ts";

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
