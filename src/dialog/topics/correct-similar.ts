import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, ReportCard, SureCard, Turn } from "../dialog.ts";
import { findNamedRecord } from "../named-record.ts";
import { readCorrection } from "../read-correction.ts";
import { without } from "../turns.ts";
import { toFiles } from "./files.ts";
import { correctCard } from "./correct-card.ts";
import type { Said } from "./report.ts";

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
    files: toFiles(files),
    ...(onBehalf === undefined ? {} : { onBehalf }),
  };
  return correctCard(without(dialog, shown), card, correction, { text }, facts);
}
