import type { Channel } from "#src/message/channel.ts";
import type { Mailbox } from "./ports.ts";

// One person plays everybody there.
const DEMO = "demo";

/**
 * The web chat as a channel: sending is adding to the mailbox that browsers read, which takes each key once; a message
 * arrives when one has read it, in the demo at once.
 */
export const createWebChannel = (bot: string, mailbox: Mailbox): Channel => ({
  name: "web",
  bot,
  start: () => Promise.resolve(),
  stop: () => Promise.resolve(),
  send: async (message) => ({
    externalId: String(await mailbox.append(message)),
    ...(bot === DEMO ? {} : { held: true }),
  }),
});
