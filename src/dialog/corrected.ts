import { companionNames } from "#src/domain/companion-names.ts";
import type { OpinionDraft, ReportDraft } from "#src/domain/draft.ts";
import { type DutyKind, isDutyKind } from "#src/domain/duty-kind.ts";
import { isOpinionCategory, type OpinionCategory } from "#src/domain/opinion-category.ts";
import type { Day } from "#src/domain/day.ts";
import { recounted } from "#src/domain/recounted.ts";
import type { Amendment, Change } from "#src/domain/requests/amendment.ts";
import { findDanger } from "#src/understanding/danger.ts";
import { toOpinion } from "#src/understanding/opinions.ts";
import { inWeekOf } from "#src/domain/year-meant.ts";
import type { ReportCard } from "./dialog.ts";

/** The card with one field of one item changed, and the other one that was said with it. */
export function withCorrection(
  card: ReportCard,
  item: number,
  { also, ...correction }: Amendment,
  today: Day,
): ReportCard {
  const changed = withChange(card, item, correction, today);
  return also === undefined ? changed : withCorrection(changed, item, also, today);
}

function withChange(card: ReportCard, item: number, correction: Change, today: Day): ReportCard {
  const opinionAt = item - card.reports.length;
  if (correction.field === "category" || opinionAt >= 0) {
    const target = Math.max(0, opinionAt);
    return {
      ...card,
      opinions: card.opinions.map((one, at) => (at === target ? correctOpinion(one, correction) : one)),
    };
  }
  return {
    ...card,
    reports: card.reports.map((one, at) => (at === item ? correctReport(one, correction, today) : one)),
  };
}

const withNames = (
  { with: named = [] }: ReportDraft,
  { value, more, less }: Extract<Amendment, { field: "with" }>,
) => {
  const names = companionNames(value);
  if (less === true) return named.filter((one) => !names.includes(one));
  return more === true ? [...new Set([...named, ...names])] : names;
};

function correctOpinion(opinion: OpinionDraft, { field, value }: Amendment): OpinionDraft {
  if (field === "category" && isOpinionCategory(value))
    return { ...opinion, category: value satisfies OpinionCategory };
  if (field === "text") return retold(opinion, value);
  if (field === "place") return { ...opinion, place: value };
  return opinion;
}

// Whose kind was never told takes it from the new words, and so does how urgent it is.
function retold(opinion: OpinionDraft, text: string): OpinionDraft {
  const { urgent: _, ...kept } = opinion;
  const { category, urgent } = toOpinion(text, []);
  const isUrgent = urgent === true || findDanger(text) !== undefined;
  return {
    ...kept,
    text,
    ...(opinion.category === "other" ? { category } : {}),
    ...(isUrgent ? { urgent: true } : {}),
  };
}

function correctReport(report: ReportDraft, correction: Change, today: Day): ReportDraft {
  if (correction.field === "with") return { ...report, with: withNames(report, correction) };
  if (correction.field === "date") {
    const { end: _, ...rest } = report;
    const { time, value: read } = correction;
    const date = correction.weekly === true ? inWeekOf(report.date, read, today) : read;
    return { ...rest, date, ...(time === undefined ? {} : { time }) };
  }
  switch (correction.field) {
    case "kind":
      return isDutyKind(correction.value) ? { ...report, kind: correction.value satisfies DutyKind } : report;
    case "end":
      return correction.value >= report.date ? { ...report, end: correction.value } : report;
    case "time":
      return { ...report, time: correction.value };
    case "place":
      return { ...report, place: correction.value };
    case "text":
      return { ...report, text: correction.value };
    case "category":
      return report;
    default:
      return { ...report, ...recounted(report, correction) };
  }
}
