import { isCountUnit } from "#src/domain/count-unit.ts";
import { unitReplaced } from "#src/domain/unit-meant.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import { amendNamed, numberNamed } from "./amend-named.ts";
import { isOfCard } from "./is-of-card.ts";
import { saidWrong } from "./items-meant.ts";
import { readCorrection } from "./read-correction.ts";
import type { Dialog, ReportCard, Turn } from "./dialog.ts";
import type { Said } from "./topics/report.ts";
import { namedChange } from "./named-change.ts";
import { findNamedRecord } from "./named-record.ts";
import { toThing } from "./open-thing.ts";
import { ask, say } from "./turns.ts";

const MEANS_FILED =
  /^(?:不对|错了|哎呀?)?[,\s]*(?:刚才|刚刚|刚|方才|上面|前面|那)(?:记的|报的|说的)?的?(?:那|这|一)*[条个次份件]/u;

/**
 * A correction of something filed, while a card is in view: it names a record that the card is not of, or, right after
 * filing, says so or puts right an amount that the card does not have. Undefined for all else.
 */
export function hearOnFiled(dialog: Dialog, card: ReportCard, said: Said, facts: Facts): Turn | undefined {
  const { text, at } = said;
  const named = namesAnother(card, text, facts) ? amendNamed(dialog, said, facts) : undefined;
  if (named !== undefined) return named;
  const change = namedChange(text, facts, at);
  if (change !== undefined && !isOfCard(card, change.like))
    return ask(dialog, { do: "report.amend", ...change });
  const means = MEANS_FILED.test(text.normalize("NFKC"));
  if (!means && dialog.filed === undefined) return undefined;
  const amendment = readCorrection(text, facts, at);
  if (amendment === undefined) return undefined;
  const wrong = amendment.field === "place" ? saidWrong(text) : undefined;
  // 写成党群服务中心了: whichever says so, on the card or filed.
  if (wrong !== undefined)
    return card.reports.some((one) => one.place?.includes(wrong) === true)
      ? undefined
      : ask(dialog, { do: "report.amend", amendment, like: { of: "record", place: wrong } });
  const isOfFiled =
    dialog.filed === undefined
      ? isForeign(card, amendment)
      : means || (card.questions.length === 0 && isForeign(card, amendment));
  if (isOfFiled) return ask(dialog, { do: "report.amend", amendment });
  return askWhich(dialog, card, amendment);
}

// The card that came back behind a receipt may be meant, and so may what was filed just now: neither is changed unasked.
function askWhich(dialog: Dialog, card: ReportCard, amendment: Amendment): Turn | undefined {
  const numbers = (dialog.filed ?? []).filter((number) => number.startsWith("履"));
  const isOne = card.reports.length + card.opinions.length === 1 && card.questions.length === 0;
  if (numbers.length === 0 || !isOne || dialog.recalled !== card.card) return undefined;
  return say(dialog, {
    kind: "open.which-last",
    card: card.card,
    thing: toThing(card),
    numbers,
    amendment,
  });
}

// 12日那次 while a card of the 13th is in view.
function namesAnother(card: ReportCard, text: string, facts: Facts): boolean {
  if (numberNamed(text) !== undefined) return true;
  const named = findNamedRecord(text, facts);
  const { nth, like = {} } = named ?? {};
  if (named !== undefined && nth === undefined && Object.keys(like).length === 0) return true;
  if (nth !== undefined) return card.reports.length < 2;
  const { from, kind, place } = like;
  return (from !== undefined || kind !== undefined || place !== undefined) && !isOfCard(card, like);
}

const isForeign = ({ reports }: ReportCard, { field }: Amendment): boolean =>
  isCountUnit(field) && reports.every(({ counts = {} }) => counts[unitReplaced(field, counts)] === undefined);
