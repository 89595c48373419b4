import type { ReportDraft } from "#src/domain/draft.ts";
import type { FilingLike } from "#src/domain/requests/filing.ts";
import type { ReportCard } from "./dialog.ts";

/** True where one of a card's records is like what words call it, by its day, kind and place. */
export function isOfCard(
  { reports }: Pick<ReportCard, "reports">,
  { from, to = from, kind, place }: FilingLike,
): boolean {
  const isMeant = (one: ReportDraft): boolean =>
    (from === undefined || to === undefined || (one.date <= to && (one.end ?? one.date) >= from)) &&
    (kind === undefined || one.kind === kind) &&
    (place === undefined || one.place?.includes(place) === true);
  return reports.some(isMeant);
}
