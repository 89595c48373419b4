import type { Facts } from "#src/domain/facts.ts";
import { isSorted } from "#src/understanding/categories.ts";
import { toOpinion } from "#src/understanding/opinions.ts";
import { complains } from "#src/understanding/problems.ts";
import { understand } from "#src/understanding/understand.ts";
import { readingContext } from "../card.ts";
import type { Dialog, ReportCard, Turn } from "../dialog.ts";
import { without } from "../turns.ts";
import { type Said, showCard } from "./report.ts";

/** What was said as an opinion of residents, whatever else it was taken for. What tells of no matter is asked for one. */
export function asOpinion(card: ReportCard, { places }: Facts): ReportCard {
  const { letGo: _, ...open } = card;
  const questions = card.questions.filter((one) => one.field !== "intent");
  if (card.opinions.length > 0) return { ...open, reports: [], questions };
  const opinion = { ...toOpinion(card.said, places), text: card.said };
  const asked = isMatter(card.said) ? (isSorted(card.said) ? [] : ["category" as const]) : ["text" as const];
  return {
    ...open,
    reports: [],
    opinions: [asked.length === 0 ? opinion : { ...opinion, category: "other" }],
    questions: asked.map((field) => ({ item: 0, field })),
  };
}

const isMatter = (said: string): boolean => isSorted(said) || complains(said);

/** A few words name a category; more of them, about something wrong, are a matter of their own. */
const LONGEST_CATEGORY = 6;

/**
 * What was said while it is asked of what kind an opinion is, and is an opinion itself: a card of its own, in place of
 * one that tells of no matter. Undefined for an answer.
 */
export function hearAnotherOpinion(
  dialog: Dialog,
  card: ReportCard,
  said: Said,
  facts: Facts,
): Turn | undefined {
  const { text } = said;
  if (text.trim().length < LONGEST_CATEGORY || !complains(text)) return undefined;
  const read = understand(text, readingContext(facts, said.at));
  if (read.intent !== "opinion" || read.opinions.length === 0) return undefined;
  const isEmpty = card.reports.length === 0 && card.opinions.every((one) => !isMatter(one.text));
  if (!isEmpty) return showCard(dialog, read, said, facts);
  const files = [...(card.files ?? []), ...(said.files ?? [])];
  return showCard(without(dialog, card.card), read, { ...said, files }, facts);
}
