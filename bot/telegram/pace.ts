import type { Pace } from "#src/message/channel.ts";

/** From one message to the next in one chat, in milliseconds. */
export const CHAT_MS = 1_000;

/** Telegram's limits, as its FAQ for bots gives them (core.telegram.org/bots/faq). */
export const TELEGRAM_PACE: Pace = { perSecond: 30, conversationMs: CHAT_MS };
