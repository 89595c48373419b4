import { InputFile } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { StoredFile } from "#src/message/file-store.ts";
import type { Choice, OutboundMessage } from "#src/message/outbound.ts";
import { splitText } from "../split.ts";

/** One call that carries a part of a message. */
export type Part =
  | { readonly of: "text"; readonly text: string; readonly buttons: readonly (readonly Choice[])[] }
  | { readonly of: "file"; readonly file: StoredFile };

const LONGEST_TEXT = 4096;

/** A message as the calls it takes, in order: its text in pieces, buttons below the last, then its files. */
export function toParts(message: OutboundMessage, files: readonly StoredFile[]): Part[] {
  const pieces = splitText(message.text, LONGEST_TEXT).filter((piece) => piece.trim() !== "");
  const texts = pieces.map((text, index) => ({
    of: "text" as const,
    text,
    buttons: index === pieces.length - 1 ? toRows(message.choices) : [],
  }));
  return [...texts, ...files.map((file) => ({ of: "file" as const, file }))];
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
