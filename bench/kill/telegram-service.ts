import { fastify } from "fastify";
import { createTelegramChannel, type TelegramChannel } from "#bot/telegram/channel.ts";
import { createLeadership } from "#src/compose/leadership.ts";
import type { Log } from "#src/kernel/log.ts";
import type { Accept, Channel } from "#src/message/channel.ts";
import type { ChildSettings } from "./wire.ts";

const SECRET = "a-secret-of-more-than-thirty-two-characters";

/** The real Telegram channel, against the bench's Bot API; deliveries come to a port of its own. */
export function createTelegram(settings: ChildSettings, accept: Accept, log: Log): Channel {
  const { token, hears } = settings.telegram ?? { token: "", hears: "polling" };
  const none = () => Promise.resolve(undefined);
  const publicUrl = `http://127.0.0.1:${settings.port}`;
  const channel: TelegramChannel = createTelegramChannel({
    token,
    root: `${settings.network}/via/${settings.holder}`,
    hears:
      hears === "webhook"
        ? { by: "webhook", publicUrl, secret: SECRET }
        : { by: "polling", leadership: createLeadership(settings.database, log) },
    accept,
    knows: () => Promise.resolve(true),
    isAwaited: () => Promise.resolve(false),
    files: { save: () => Promise.resolve("too-many"), kept: none, find: none, show: none },
    clock: () => new Date(),
    random: Math.random,
    log,
  });
  const app = fastify();
  channel.routes(app);
  return {
    ...channel,
    start: async () => {
      await app.listen({ port: settings.port, host: "127.0.0.1" });
      await channel.start();
    },
    stop: async () => {
      await channel.stop();
      await app.close();
    },
  };
}
