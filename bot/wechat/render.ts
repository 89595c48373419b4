import type { OutboundMessage } from "#src/message/outbound.ts";
import { typeset } from "#src/text/typeset.ts";
import { WECHAT_TEXTS } from "#src/text/wechat.ts";
import { MARK_LENGTH } from "../marked.ts";
import { splitText } from "../split.ts";

// WeChat cuts longer texts off without a word.
const LONGEST_TEXT = 1_800 - MARK_LENGTH;

/** A message as WeChat shows it: texts that are not too long, its choices as a numbered menu at the end. */
export function toTexts({ text, choices }: OutboundMessage): string[] {
  const menu = choices.map(({ label }, index) => `${index + 1} ${label}`);
  const whole = menu.length === 0 ? text : [text, "", typeset(WECHAT_TEXTS.choose), ...menu].join("\n");
  return splitText(whole, LONGEST_TEXT);
}
