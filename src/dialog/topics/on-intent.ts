import type { Facts } from "#src/domain/facts.ts";
import { findCommand } from "../commands.ts";
import type { Dialog, ReportCard, Turn } from "../dialog.ts";
import { isNo, isYes } from "../words.ts";
import { addTo } from "./add-to-card.ts";
import { dropCard } from "./drop-card.ts";
import { afterAnswer, withWaiting } from "./files.ts";
import { present, type Said } from "./report.ts";
import { asReport, toReport } from "./whose.ts";

/**
 * What a message means while it is asked what an earlier one is: a piece of what was said, or a no. Undefined when it is
 * about something else: the question is let go then.
 */
export function hearOnIntent(dialog: Dialog, card: ReportCard, said: Said, facts: Facts): Turn | undefined {
  if (isNo(said.text)) return dropCard(dialog, card, said, facts);
  // 对 does not say which of them, and is no word for an older card that was pushed out of sight.
  if (isYes(said.text)) return present(dialog, card, facts, card);
  // 不对,我是去了4户 puts something right, and is no piece of what nobody understood.
  if (findCommand(said.text) !== undefined || PUTS_RIGHT.test(said.text.trim())) return undefined;
  const added = addTo(toReport(withWaiting(dialog, card, said, facts), facts), said.text, facts);
  return added === undefined ? undefined : afterAnswer(asReport(dialog, added, facts), card);
}

const PUTS_RIGHT = /^(?:不对|不是|错了|写错|记错|改)/u;
