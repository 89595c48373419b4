import type { ReportDraft } from "#src/domain/draft.ts";
import type { Facts } from "#src/domain/facts.ts";
import { isRecount, type Recount } from "#src/domain/recounted.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import { unitMeant, unitReplaced } from "#src/domain/unit-meant.ts";
import { findCounts } from "#src/understanding/counts.ts";
import { withCorrection } from "./corrected.ts";
import type { ReportCard } from "./dialog.ts";
import { findNamedRecord } from "./named-record.ts";

const WRONG =
  /(?:[写报填记说搞弄][成为]|(?:^|[,。\s])[而并]?不[是在])了?(?<wrong>[^,。是]{1,14}?)了?(?=$|[,。\s]|是)/u;

/** What words say to be wrong: 写成党群服务中心了, 不是12户; undefined where they say nothing of the kind. */
export const saidWrong = (text: string): string | undefined =>
  WRONG.exec(text.normalize("NFKC"))?.groups?.["wrong"];

/**
 * The items of a card that a correction can be of, by their places, records first: the one that the words name by its
 * place on the card, by what is said to be wrong, by what it is about, or by what it counts. All of them where the words
 * fit none better than another.
 */
export function itemsMeant(card: ReportCard, amendment: Amendment, text: string, facts: Facts): number[] {
  const { reports } = card;
  if (amendment.field === "category") return [reports.length];
  if (reports.length < 2) return [0];
  const named = findNamedRecord(text, facts);
  if (named?.nth !== undefined && named.nth <= reports.length) return [named.nth - 1];
  let fitting = reports.map((_, at) => at);
  const narrow = (fits: (one: ReportDraft) => boolean): void => {
    const left = fitting.filter((at) => reports[at] !== undefined && fits(reports[at]));
    if (left.length > 0) fitting = left;
  };
  const { kind, place, from } = named?.like ?? {};
  if (kind !== undefined) narrow((one) => one.kind === kind);
  if (place !== undefined) narrow((one) => one.place?.includes(place) === true);
  if (from !== undefined) narrow((one) => one.date === from);
  if (isRecount(amendment)) narrow((one) => counts(one, amendment));
  const wrong = saidWrong(text);
  if (wrong !== undefined && amendment.field === "place")
    narrow((one) => one.place?.includes(wrong) === true);
  if (wrong !== undefined && isRecount(amendment)) narrow((one) => hasAmount(one, wrong));
  if (amendment.field === "with" && amendment.less === true)
    narrow((one) => one.with?.some((name) => amendment.value.includes(name)) === true);
  return fitting;
}

const counts = ({ counts: had = {} }: ReportDraft, { field, value }: Recount): boolean =>
  field === "uncounted"
    ? value !== "all" && had[unitMeant(value, had)] !== undefined
    : had[unitReplaced(field, had)] !== undefined;

const hasAmount = ({ counts: had = {} }: ReportDraft, words: string): boolean => {
  const held = new Map(Object.entries(had));
  return Object.entries(findCounts(words).counts).some(([unit, value]) => held.get(unit) === value);
};

/**
 * The card with a correction made, each change on the item that it can only be of; the items to choose from where the
 * words fit several.
 */
export function corrected(
  card: ReportCard,
  amendment: Amendment,
  text: string,
  facts: Facts,
): ReportCard | { readonly items: readonly number[] } {
  const items = itemsMeant(card, amendment, text, facts);
  const [item = 0, another] = items;
  if (another !== undefined) return { items };
  const { also, ...first } = amendment;
  const done = withCorrection(card, item, first, facts.today);
  if (also === undefined) return done;
  const rest = corrected(done, also, text, facts);
  // What the second thing can be of several of is of the one that the first is of.
  return "items" in rest ? withCorrection(done, item, also, facts.today) : rest;
}
