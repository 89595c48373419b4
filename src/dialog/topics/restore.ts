import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { numbersIn, withoutNumbers } from "../spoken-number.ts";
import { ask } from "../turns.ts";
import { wantsBack } from "../wants-back.ts";

/** Has the house look for what was taken back and is wanted back: what a number names, or else what went last. */
export function restore(dialog: Dialog, words: string): Turn {
  const [number] = numbersIn(words, "履");
  return ask(dialog, { do: "report.restore", ...(number === undefined ? {} : { number }) });
}

/** 恢复, 恢复履-2026-00012: a deputy's, and no change of a mandate. Undefined for all else. */
export function hearRestore(
  dialog: Dialog,
  { text }: { readonly text: string },
  { speaker }: Facts,
): Turn | undefined {
  const isDeputys = speaker.kind === "member" && speaker.mandates.length > 0;
  if (!isDeputys || !wantsBack(text)) return undefined;
  const isOne = numbersIn(text, "履").length === 1 || IS_BARE.test(withoutNumbers(text));
  return isOne ? restore(dialog, text) : undefined;
}

const IS_BARE = /^(?:请|帮我|麻烦)*恢复(?:一下|回来)?[。.!]*$/u;
