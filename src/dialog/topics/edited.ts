import type { Facts } from "#src/domain/facts.ts";
import { understand } from "#src/understanding/understand.ts";
import { readingContext, toCard } from "../card.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
import type { Dialog, Input, SuggestionCard, Turn } from "../dialog.ts";
import { ask, say } from "../turns.ts";
import { present } from "./report.ts";
import { showSuggestion } from "./suggestion.ts";

/**
 * What a changed message means: its open card is understood anew, and the record that was filed of it is put right
 * after a look. Undefined where nothing came of it before: it is heard like any other.
 */
export function hearEdited(
  dialog: Dialog,
  { text, messageId, sentAt, edited }: Extract<Input, { kind: "text" }>,
  facts: Facts,
): Turn | undefined {
  if (edited === undefined) return undefined;
  const { earlier, numbers } = edited;
  const open = dialog.pending.find(
    (one) => (one.at === "report" || one.at === "suggestion") && earlier.includes(one.messageId),
  );
  const [number, another] = numbers;
  if (open === undefined && number === undefined) return undefined;
  const read = understand(text, readingContext(facts, sentAt));
  if (open?.at === "suggestion") return retitled(dialog, open, read, text);
  const [draft, second] = read.reports;
  if (open?.at === "report") {
    if (draft === undefined && read.opinions.length === 0) return undefined;
    const { files = [] } = open;
    const card = toCard(read, { text, messageId: open.messageId, files }, facts);
    return present(dialog, card, facts, open);
  }
  if (draft === undefined || second !== undefined || number === undefined || another !== undefined)
    return say(dialog, { kind: "report.edit-unclear", numbers });
  const opinions = read.opinions.length > 0 ? ({ opinions: true } as const) : {};
  return ask(dialog, { do: "report.edit", messageId, number, draft, ...opinions });
}

// Words that make no suggestion any more are heard like any other, and the card stays.
const retitled = (
  dialog: Dialog,
  open: SuggestionCard,
  { suggestion }: Understanding,
  text: string,
): Turn | undefined =>
  suggestion === undefined || suggestion.role === "cosign"
    ? undefined
    : showSuggestion(
        dialog,
        { ...open, title: suggestion.title, text, motion: suggestion.motion === true },
        false,
      );
