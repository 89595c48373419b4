import type { Facts } from "#src/domain/facts.ts";
import { readCorrection, withCorrection } from "../corrected.ts";
import type { Dialog, ReportCard, SureCard, Turn } from "../dialog.ts";
import { findNamedRecord } from "../named-record.ts";
import { without } from "../turns.ts";
import { present, type Said } from "./report.ts";

/**
 * A correction while it is asked whether a report stands already: it is of that report, whose card comes back with it.
 * Undefined for all else, and where the words name another record.
 */
export function correctSimilar(
  dialog: Dialog,
  { card: shown, request }: SureCard,
  { text, at }: Said,
  facts: Facts,
): Turn | undefined {
  if (request.do !== "report.file" || request.again !== true) return undefined;
  if (findNamedRecord(text, facts) !== undefined) return undefined;
  const correction = readCorrection(text, facts, at);
  if (correction === undefined) return undefined;
  const { messageId, reports, opinions, onBehalf, files = [] } = request;
  const card: ReportCard = {
    at: "report",
    card: `r${messageId}`,
    messageId,
    said: reports.map((one) => one.text).join("\u3002"),
    reports,
    opinions,
    questions: [],
    // What they are called is told where they are shown, not on the card.
    files: files.map((id) => ({ id, name: "", type: "" })),
    ...(onBehalf === undefined ? {} : { onBehalf }),
  };
  const item = correction.field === "category" ? reports.length : 0;
  return present(without(dialog, shown), withCorrection(card, item, correction), facts, card);
}
