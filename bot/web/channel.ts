import type { Channel } from "#src/message/channel.ts";
import type { Mailbox } from "./ports.ts";

/** The web chat as a channel: sending is adding to the mailbox that browsers read. */
export const createWebChannel = (bot: string, mailbox: Mailbox): Channel => ({
  name: "web",
  bot,
  exactlyOnce: true,
  start: () => Promise.resolve(),
  stop: () => Promise.resolve(),
  send: async (message) => ({ externalId: String(await mailbox.append(message)) }),
});
