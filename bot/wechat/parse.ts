import type { Contact, Message } from "wechaty";
import { toAddress } from "#src/message/address.ts";
import type { InboundBody, InboundMessage, Unreadable } from "#src/message/inbound.ts";
import { wellFormed } from "#src/message/well-formed.ts";
import type { Bare } from "./hear.ts";

/** A message that concerns us. */
export type Heard = {
  readonly message: InboundMessage;
  /** Where it brought a file, what that is fetched from, at once: WeChat keeps it for a short time only. */
  readonly source?: Message;
};

/** The names of wechaty's numbers, which are loaded with it. */
export type Names = {
  readonly message: Readonly<Record<number, string>>;
  readonly person: ReturnType<Contact["type"]>;
};

// What WeChat itself writes into a chat, and nobody said.
const SERVICE = new Set(["Recalled", "Unknown", "GroupNote"]);
const FILES = new Set(["Image", "Attachment"]);

const UNREADABLE: Readonly<Record<string, Unreadable>> = {
  Audio: "voice",
  Emoticon: "sticker",
  Location: "location",
  Contact: "card",
  Url: "card",
  MiniProgram: "other",
  ChatHistory: "other",
};

/**
 * What a message of WeChat says; null for everything that is not one person speaking in a private chat: groups, public
 * accounts, ourselves, service messages.
 */
export function parseMessage(bot: string, names: Names, message: Message): Heard | null {
  const kind = names.message[message.type()] ?? "Unknown";
  if (message.self() || message.room() !== undefined || SERVICE.has(kind)) return null;
  const talker = message.talker();
  // Of whom nothing could be had, it is taken that it is a person: one answer too many is better than words lost.
  if (talker.isReady() && talker.type() !== names.person) return null;
  const whole = toInbound(bot, message.id, talker.id, message.date(), bodyOf(kind, message));
  return FILES.has(kind) ? { message: whole, source: message } : { message: whole };
}

/** What stands for a message of which nothing could be had but by whom it is: its sender is told. */
export const toUnread = (bot: string, { id, talker }: Bare, at: Date): Heard => ({
  message: toInbound(bot, id, talker, at, { kind: "unreadable", what: "other" }),
});

function toInbound(
  bot: string,
  externalId: string,
  talker: string,
  sentAt: Date,
  body: InboundBody,
): InboundMessage {
  const address = toAddress("wechat", bot, talker);
  return { channel: "wechat", bot, externalId, conversation: address, sender: address, sentAt, body };
}

function bodyOf(kind: string, message: Message): InboundBody {
  if (kind === "Text") return { kind: "text", text: wellFormed(message.text()), attachments: [] };
  if (FILES.has(kind)) return { kind: "text", text: "", attachments: [] };
  return { kind: "unreadable", what: UNREADABLE[kind] ?? "file" };
}
