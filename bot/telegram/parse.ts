import type { CallbackQuery, Message, Update } from "grammy/types";
import { toAddress } from "#src/message/address.ts";
import type { InboundBody, InboundMessage } from "#src/message/inbound.ts";
import { wellFormed } from "#src/message/well-formed.ts";
import { fromSlash } from "#src/text/telegram-menu.ts";
import { isService } from "./service-messages.ts";

/** A file that is still with Telegram. */
export type RemoteFile = { readonly fileId: string; readonly name: string; readonly size: number };

/** An update that concerns us. */
export type Heard = {
  readonly message: InboundMessage;
  /** To be fetched before the message is taken in. */
  readonly file?: RemoteFile;
  /** A tapped button that waits for its answer. */
  readonly tap?: string;
};

/**
 * What an update says; null for everything that is not one person speaking in a private chat: groups, channels, bots
 * (ourselves included), service messages. The delivery's id is the update's. Words that were changed come without the
 * file, which came with them the first time.
 */
export function parseUpdate(bot: string, update: Update, now: Date): Heard | null {
  const externalId = String(update.update_id);
  if (update.callback_query !== undefined) return parseTap(bot, externalId, update.callback_query, now);
  const message = update.message ?? update.edited_message;
  if (message === undefined || message.chat.type !== "private" || isService(message)) return null;
  if (message.from === undefined || message.from.is_bot) return null;
  const edited = update.edited_message !== undefined;
  const file = edited && wordsOf(message) !== undefined ? undefined : fileOf(message);
  // A place that is shared live is edited every few seconds: what says nothing when changed is not heard again.
  if (edited && wordsOf(message) === undefined && file === undefined) return null;
  return {
    message: {
      channel: "telegram",
      bot,
      externalId,
      conversation: toAddress("telegram", bot, String(message.chat.id)),
      sender: toAddress("telegram", bot, String(message.from.id)),
      sentAt: new Date((message.edit_date ?? message.date) * 1000),
      networkId: String(message.message_id),
      body: bodyOf(message, file !== undefined, edited),
    },
    ...(file === undefined ? {} : { file }),
  };
}

function parseTap(bot: string, externalId: string, query: CallbackQuery, now: Date): Heard | null {
  const { from, message, data } = query;
  if (from.is_bot || (message !== undefined && message.chat.type !== "private")) return null;
  const address = toAddress("telegram", bot, String(from.id));
  return {
    tap: query.id,
    message: {
      channel: "telegram",
      bot,
      externalId,
      conversation: address,
      sender: address,
      sentAt: now,
      body: { kind: "choice", choice: wellFormed(data ?? "") },
    },
  };
}

const wordsOf = (message: Message): string | undefined => message.text ?? message.caption;

// An article of a channel is nobody's own words: what a deputy passes on from a resident is.
const isArticle = (message: Message): boolean => message.forward_origin?.type === "channel";

function bodyOf(message: Message, hasFile: boolean, edited: boolean): InboundBody {
  if (isArticle(message)) return { kind: "unreadable", what: "card" };
  const text = wordsOf(message);
  if (text !== undefined || hasFile)
    return {
      kind: "text",
      text: fromSlash(wellFormed(text ?? "")),
      attachments: [],
      ...(edited ? { edited } : {}),
    };
  return { kind: "unreadable", what: unreadable(message) };
}

function unreadable(message: Message): Extract<InboundBody, { kind: "unreadable" }>["what"] {
  if (message.voice !== undefined || message.audio !== undefined) return "voice";
  if (message.sticker !== undefined || message.animation !== undefined) return "sticker";
  if (message.location !== undefined || message.venue !== undefined) return "location";
  if (message.contact !== undefined) return "card";
  return "other";
}

function fileOf(message: Message): RemoteFile | undefined {
  // A moving picture comes with a document of itself; it is a sticker to us.
  if (message.animation !== undefined || isArticle(message)) return undefined;
  const largest = message.photo?.at(-1);
  if (largest !== undefined)
    return { fileId: largest.file_id, name: "photo.jpg", size: largest.file_size ?? 0 };
  if (message.document === undefined) return undefined;
  const { file_id: fileId, file_name: name = "file", file_size: size = 0 } = message.document;
  return { fileId, name: wellFormed(name), size };
}
