import type { Facts } from "#src/domain/facts.ts";
import { understand } from "#src/understanding/understand.ts";
import { readingContext, toCard } from "../card.ts";
import type { Dialog, Input, Turn } from "../dialog.ts";
import { ask, say } from "../turns.ts";
import { present } from "./report.ts";

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
  const { original, numbers } = edited;
  const open = dialog.pending.find((one) => one.at === "report" && one.messageId === original);
  const [number, another] = numbers;
  if (open?.at !== "report" && number === undefined) return undefined;
  const read = understand(text, readingContext(facts, sentAt));
  const [draft, second] = read.reports;
  if (open?.at === "report") {
    if (draft === undefined && read.opinions.length === 0) return undefined;
    const { files = [] } = open;
    const card = toCard(read, { text, messageId: original, files }, facts);
    return present(dialog, card, facts, open);
  }
  if (draft === undefined || second !== undefined || number === undefined || another !== undefined)
    return say(dialog, { kind: "report.edit-unclear", numbers });
  const opinions = read.opinions.length > 0 ? ({ opinions: true } as const) : {};
  return ask(dialog, { do: "report.edit", messageId, number, draft, ...opinions });
}
