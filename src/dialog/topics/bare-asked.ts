import type { Facts } from "#src/domain/facts.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
import { readBareQuestion } from "../bare-question.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { hearPlainQuery } from "./figures.ts";
import type { Said } from "./report.ts";

/** A question in bare words, whatever else it sounds like; what was understood as one about oneself stays that. */
export function hearBareQuestion(
  dialog: Dialog,
  { query }: Understanding,
  said: Said,
  facts: Facts,
): Turn | undefined {
  const bare = query?.name.startsWith("my_") === true ? undefined : readBareQuestion(said, facts);
  return bare === undefined
    ? undefined
    : hearPlainQuery(dialog, bare.asked, { ...said, text: bare.words }, facts);
}
