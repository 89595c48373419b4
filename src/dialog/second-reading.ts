import type { Facts } from "#src/domain/facts.ts";
import { isUnsure } from "#src/understanding/settle.ts";
import { understand } from "#src/understanding/understand.ts";
import { readingContext } from "./card.ts";
import { findCommand } from "./commands.ts";
import type { Dialog, Input } from "./dialog.ts";
import { hearCode } from "./strangers.ts";
import { hearMandateChange } from "./topics/mandate.ts";
import { inFocus } from "./turns.ts";
import { isNo, isYes } from "./words.ts";

/** What is shorter says too little, what is longer is no single report. */
const SHORTEST = 6;
const MOST = 1_000;

/**
 * True for a message of somebody known, said on its own, that the rules are not sure of: worth asking a second
 * reader. Commands, codes and answers to what is open are none.
 */
export function wantsSecondReading(dialog: Dialog, input: Input, facts: Facts): boolean {
  if (input.kind !== "text" || facts.speaker.kind === "guest" || inFocus(dialog) !== undefined) return false;
  const { text, messageId, sentAt: at } = input;
  if (text.trim().length < SHORTEST || text.length > MOST) return false;
  if (findCommand(text) !== undefined || isYes(text) || isNo(text)) return false;
  const said = { text, messageId, at };
  if (hearCode(dialog, text, facts) !== undefined || hearMandateChange(dialog, said, facts) !== undefined)
    return false;
  const context = readingContext(facts, at);
  return isUnsure(understand(text, context), text, context);
}
