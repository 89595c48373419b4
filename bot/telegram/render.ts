import { InputFile } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { StoredFile } from "#src/message/file-store.ts";
import type { AttachmentRef } from "#src/message/inbound.ts";
import type { Choice, OutboundMessage } from "#src/message/outbound.ts";
import { MARK_LENGTH } from "../marked.ts";
import { splitText } from "../split.ts";

/** One call that carries a part of a message, with the buttons that stand below it. */
export type Part = { readonly buttons: readonly (readonly Choice[])[] } & (
  | { readonly of: "text"; readonly text: string }
  | { readonly of: "file"; readonly file: AttachmentRef }
);

// The mark of a possible repeat must fit in as well, and must not change where a text is cut.
const LONGEST_TEXT = 4096 - MARK_LENGTH;

/** A message as the calls it takes, in order: its text in pieces, then its files; buttons below the last text. */
export function toParts({ text, choices, attachments }: OutboundMessage): Part[] {
  const pieces = splitText(text, LONGEST_TEXT).filter((piece) => piece.trim() !== "");
  const files = attachments.map((file) => ({ of: "file" as const, file }));
  const parts = [...pieces.map((piece) => ({ of: "text" as const, text: piece })), ...files];
  const last = (pieces.length > 0 ? pieces : files).length - 1;
  return parts.map((part, index) => ({ ...part, buttons: index === last ? toRows(choices) : [] }));
}

const SHORT = 7;

// Two short words fit beside each other on a phone; longer ones get a line of their own.
function toRows(choices: readonly Choice[]): Choice[][] {
  const rows: Choice[][] = [];
  for (const choice of choices) {
    const last = rows.at(-1);
    const fits = last?.length === 1 && [...last, choice].every((one) => one.label.length <= SHORT);
    if (last !== undefined && fits) last.push(choice);
    else rows.push([choice]);
  }
  return rows;
}

/** Buttons as Telegram takes them: each carries the choice's id and nothing else. */
export const toKeyboard = (rows: readonly (readonly Choice[])[]): InlineKeyboardButton[][] =>
  rows.map((row) => row.map(({ id, label }) => ({ text: label, callback_data: id })));

/** A stored file as Telegram takes it. */
export const toInputFile = ({ bytes, name }: StoredFile): InputFile => new InputFile(bytes, name);
