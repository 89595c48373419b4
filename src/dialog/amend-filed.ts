import { isCountUnit } from "#src/domain/count-unit.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { Amendment } from "#src/domain/requests/report.ts";
import { readCorrection } from "./corrected.ts";
import type { Dialog, ReportCard, Turn } from "./dialog.ts";
import type { Said } from "./topics/report.ts";
import { ask } from "./turns.ts";

const MEANS_FILED =
  /^(?:不对|错了|哎呀?)?[,\s]*(?:刚才|刚刚|刚|方才|上面|前面|那)(?:记的|报的|说的)?的?(?:那|这|一)*[条个次份件]/u;

/**
 * A correction of what was filed just now, while another card has come back into view: it says so, or puts right an
 * amount that the card in view does not have. Undefined for all else.
 */
export function hearOnFiled(
  dialog: Dialog,
  card: ReportCard,
  { text, at }: Said,
  facts: Facts,
): Turn | undefined {
  if (dialog.filed === undefined) return undefined;
  const amendment = readCorrection(text, facts, at);
  if (amendment === undefined) return undefined;
  const isAsking = card.questions.length > 0;
  const means = MEANS_FILED.test(text.normalize("NFKC")) || (!isAsking && isForeign(card, amendment));
  return means ? ask(dialog, { do: "report.amend", amendment }) : undefined;
}

const isForeign = ({ reports }: ReportCard, { field }: Amendment): boolean =>
  isCountUnit(field) && reports.every((one) => one.counts?.[field] === undefined);
