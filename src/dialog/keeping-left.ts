import type { Outcome } from "#src/domain/request.ts";
import type { LeftOfFiling } from "#src/domain/requests/left-of-filing.ts";
import type { Dialog, Question, ReportCard } from "./dialog.ts";
import { toFiles } from "./topics/files.ts";
import { findPending, focus } from "./turns.ts";

type Filed = Extract<Outcome, { of: "report.file" }>;

/** The conversation with a card of what was refused for its day: of each it is asked on which day it was. */
export function keepingLeft(dialog: Dialog, { left, records, opinions }: Filed): Dialog {
  if (left === undefined) return dialog;
  const { messageId, yes = messageId } = left;
  const under = records.length + opinions.length === 0 ? messageId : yes;
  const behind = findPending(dialog, `r${under}`);
  return focus(dialog, toCard(left, under, behind?.at === "report" ? behind : undefined));
}

// What did not fit on the card before waits under the same message: it comes behind.
function toCard(left: LeftOfFiling, messageId: number, behind?: ReportCard): ReportCard {
  const { reports, why, opinions, onBehalf, files = [] } = left;
  return {
    at: "report",
    card: `r${messageId}`,
    messageId,
    said: reports.map((one) => one.text).join("\u3002"),
    reports: [...reports, ...(behind?.reports ?? [])],
    opinions: [...opinions, ...(behind?.opinions ?? [])],
    questions: why.map((refused, item): Question => ({ item, field: "date", refused })),
    ...(files.length === 0 ? {} : { files: toFiles(files) }),
    ...(onBehalf === undefined ? {} : { onBehalf }),
  };
}
