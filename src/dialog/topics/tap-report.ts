import type { Facts } from "#src/domain/facts.ts";
import type { ReportAct } from "#src/domain/requests/report.ts";
import type { Dialog, ReportCard, Turn } from "../dialog.ts";
import { afterAnswer, withWaiting } from "./files.ts";
import { tapCard } from "./on-card.ts";
import type { Said } from "./report.ts";
import { asReport } from "./whose.ts";

/** What a tap on a report's card does; one that says what the card is gives it the files that waited for that. */
export function tapReport(dialog: Dialog, asked: ReportCard, act: ReportAct, said: Said, facts: Facts): Turn {
  if (act.do !== "card.intent" || act.intent === "chat") return tapCard(dialog, asked, act, said, facts);
  const card = withWaiting(dialog, asked, said, facts);
  const turn =
    act.intent === "report" ? asReport(dialog, card, facts) : tapCard(dialog, card, act, said, facts);
  return afterAnswer(turn, asked);
}
