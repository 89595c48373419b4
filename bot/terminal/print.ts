import { TERMINAL_TEXTS } from "#src/text/terminal.ts";
import type { MailboxEntry } from "../web/ports.ts";

/** A message as lines of a terminal: its words, its files, and its choices numbered as the chat understands them. */
export function toLines({ text, attachments, choices }: MailboxEntry): string {
  return [
    ...text.split("\n"),
    ...attachments.map(({ name }) => `${TERMINAL_TEXTS.file}${name}`),
    ...choices.map(({ label }, index) => `  ${index + 1} ${label}`),
  ]
    .map((line) => `│ ${tame(line)}\n`)
    .join("");
}

// What somebody wrote must not move the cursor or recolour the screen of somebody else.
const tame = (line: string): string => line.replace(/[\u0000-\u001f\u007f-\u009f]/gu, "\uFFFD");
