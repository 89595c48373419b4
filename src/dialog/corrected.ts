import { companionNames } from "#src/domain/companion-names.ts";
import type { OpinionDraft, ReportDraft } from "#src/domain/draft.ts";
import { type DutyKind, isDutyKind } from "#src/domain/duty-kind.ts";
import type { Facts } from "#src/domain/facts.ts";
import { isOpinionCategory, type OpinionCategory } from "#src/domain/opinion-category.ts";
import { unitMeant } from "#src/domain/unit-meant.ts";
import type { Amendment, Change } from "#src/domain/requests/report.ts";
import { findDanger } from "#src/understanding/danger.ts";
import { toOpinion } from "#src/understanding/opinions.ts";
import { understand } from "#src/understanding/understand.ts";
import { readingContext } from "./card.ts";
import type { ReportCard } from "./dialog.ts";
import { timeIn } from "./part-of-day.ts";
import { splitCorrection } from "./split-correction.ts";

/**
 * What is to be different, with the time of day where one was said, and what the words change beside it; undefined where
 * that cannot be told.
 */
export function readCorrection(text: string, facts: Facts, at: Date): Amendment | undefined {
  const { head, rest } = splitCorrection(text);
  const first = rest === undefined ? undefined : readChange(head, facts, at);
  const also = first === undefined || rest === undefined ? undefined : readChange(rest, facts, at);
  if (first === undefined || also === undefined || also.field === first.field)
    return readChange(text, facts, at);
  return { ...first, also };
}

function readChange(text: string, facts: Facts, at: Date): Change | undefined {
  const { intent, correction } = understand(text, readingContext(facts, at));
  if (intent !== "correction") return undefined;
  const time = timeIn(text);
  if (correction?.value === undefined)
    return time !== undefined && /时间|钟点|时候/u.test(text) ? { field: "time", value: time } : undefined;
  if (correction.field !== "date") return correction;
  const { field, value } = correction;
  return {
    field,
    value,
    ...(time === undefined ? {} : { time }),
    ...(isYearless(text) ? { yearless: true } : {}),
  };
}

// 12月3日 says no year; 昨天 and 上周三 are of one.
const isYearless = (words: string): boolean => {
  const text = words.normalize("NFKC");
  return (
    /(?:\d|[一二三四五六七八九十冬腊正])月|\d[./-]\d/u.test(text) && !/年|上个?月|这个?月|本月/u.test(text)
  );
};

/** The card with one field of one item changed, and the other one that was said with it. */
export function withCorrection(
  card: ReportCard,
  item: number,
  { also, ...correction }: Amendment,
): ReportCard {
  const changed = withChange(card, item, correction);
  return also === undefined ? changed : withChange(changed, item, also);
}

/** Which item of a card a field belongs to, by its place: a kind of matter is an opinion's, all else the first one's. */
export const itemFor = (card: ReportCard, field: string): number =>
  field === "category" ? card.reports.length : 0;

function withChange(card: ReportCard, item: number, correction: Change): ReportCard {
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
    reports: card.reports.map((one, at) => (at === item ? correctReport(one, correction) : one)),
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

function correctReport(report: ReportDraft, correction: Amendment): ReportDraft {
  if (correction.field === "with") return { ...report, with: withNames(report, correction) };
  if (correction.field === "date") {
    const { end: _, ...rest } = report;
    const { time } = correction;
    return { ...rest, date: correction.value, ...(time === undefined ? {} : { time }) };
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
    default: {
      const { counts = {}, approx = [] } = report;
      const unit = unitMeant(correction.field, counts);
      return {
        ...report,
        counts: { ...counts, [unit]: correction.value },
        approx: approx.filter((one) => one !== unit),
      };
    }
  }
}
