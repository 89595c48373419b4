import type { Facts } from "#src/domain/facts.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import type { Dialog, ReportCard, Turn } from "../dialog.ts";
import { corrected } from "../items-meant.ts";
import { focus, say } from "../turns.ts";
import { present, type Said, view } from "./report.ts";

/** Shows a card with a correction made, or asks which of its items it is of; what could not be made out is named. */
export function correctCard(
  dialog: Dialog,
  card: ReportCard,
  amendment: Amendment,
  { text }: Pick<Said, "text">,
  facts: Facts,
): Turn {
  const done = corrected(card, amendment, text, facts);
  if ("items" in done)
    return say(focus(dialog, card), {
      kind: "report.which-item",
      ...view(card, facts),
      items: done.items,
      amendment,
    });
  const turn = present(dialog, done, facts, card);
  const unread = unreadOf(amendment);
  if (unread.length === 0) return turn;
  return {
    ...turn,
    replies: turn.replies.map((one) => (one.kind === "report.card" ? { ...one, unread } : one)),
  };
}

const unreadOf = ({ unread = [], also }: Amendment): readonly string[] =>
  also === undefined ? unread : [...unread, ...unreadOf(also)];
