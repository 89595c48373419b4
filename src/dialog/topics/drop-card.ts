import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, ReportCard, SuggestionCard, Turn } from "../dialog.ts";
import { toThing } from "../open-thing.ts";
import { say, without } from "../turns.ts";
import { holding, waitingFiles } from "./held-files.ts";
import type { Said } from "./report.ts";

/**
 * Forgets a card that was not filed. Its photos wait, with those that waited before, for the sentence that is said instead, and that is told; `undone`
 * where 撤销 was said: which one it was is told then.
 */
export function dropCard(
  dialog: Dialog,
  dropped: ReportCard | SuggestionCard,
  { at }: Pick<Said, "at">,
  facts: Facts,
  undone?: true,
): Turn {
  const { card, files = [] } = dropped;
  const next = holding(without(dialog, card), files, at, facts);
  const count = waitingFiles(next, [], at, facts).length;
  return say(next, {
    kind: "report.dropped",
    ...(undone === undefined ? {} : { undone, thing: toThing(dropped) }),
    ...(count === 0 ? {} : { files: count }),
  });
}
