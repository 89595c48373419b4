import type { FastifyInstance } from "fastify";
import type { Clock } from "#src/kernel/clock.ts";
import type { Log } from "#src/kernel/log.ts";
import { splitAddress } from "#src/message/address.ts";
import type { Accept, Channel, Knows } from "#src/message/channel.ts";
import type { FileStore } from "#src/message/file-store.ts";
import type { Leadership } from "#src/message/leadership.ts";
import { botOf } from "./bot-of.ts";
import { type Client, createClient, TELEGRAM_ROOT } from "./client.ts";
import type { Heard } from "./parse.ts";
import { poll, type PollParts } from "./poll.ts";
import { createSender } from "./send.ts";
import { announceMenu, announceWebhook, removeWebhook } from "./set-up.ts";
import { createTake } from "./take.ts";
import { createTyping } from "./typing.ts";
import { webhookRoutes } from "./webhook.ts";

/** What the Telegram channel is made from. */
export type TelegramOptions = {
  readonly token: string;
  /** A Bot API server of one's own, in place of Telegram's. */
  readonly root?: string;
  readonly hears: Hears;
  readonly accept: Accept;
  readonly knows: Knows;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
};

/** How updates come: fetched by the one process that leads, or delivered to any of them. */
export type Hears =
  | { readonly by: "polling"; readonly leadership: Leadership }
  | { readonly by: "webhook"; readonly publicUrl: string; readonly secret: string };

/** Telegram with the routes it needs where it delivers. */
export type TelegramChannel = Channel & { readonly routes: (app: FastifyInstance) => void };

/** Telegram as a channel. It starts without waiting for the network: what is due waits, and so does what is said. */
export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const { token, root = TELEGRAM_ROOT, hears } = options;
  const bot = botOf(token);
  const client = createClient(token, root);
  const typing = createTyping(client);
  const taken = ({ message, tap }: Heard): void => {
    typing.expect(chatOf(message.conversation));
    if (tap !== undefined) stopSpinning(client, tap, options.log);
  };
  const take = createTake({ ...options, bot, client, taken });
  const send = createSender(client, options.files);
  const path = `/api/telegram/${bot}`;
  let stop = (): Promise<void> => Promise.resolve();

  return {
    name: "telegram",
    bot,
    pace: { perSecond: 30, conversationMs: 1_000 },
    start: () => {
      const parts = { ...options, client, take };
      stop = hears.by === "polling" ? listen(parts, `telegram:${bot}`, hears) : announce(parts, path, hears);
      return Promise.resolve();
    },
    stop: async () => {
      await stop();
      typing.stop();
    },
    send: (message, signal) => {
      typing.answered(chatOf(message.conversation));
      return send(message, signal);
    },
    routes: (app) => {
      if (hears.by === "webhook") webhookRoutes(app, { path, secret: hears.secret, take });
    },
  };
}

const chatOf = (conversation: string): number => Number(splitAddress(conversation).rest);

const ANSWER_MS = 5_000;

// The tapped button spins until it is answered; an answer that comes too late is refused, and nothing is lost by it.
function stopSpinning({ api }: Client, tap: string, log: Log): void {
  api(AbortSignal.timeout(ANSWER_MS))
    .answerCallbackQuery(tap)
    .catch(() => log.info("telegram.tap-unanswered"));
}

type By<T extends Hears["by"]> = Extract<Hears, { by: T }>;

function listen(parts: PollParts, name: string, { leadership }: By<"polling">): () => Promise<void> {
  const led = leadership(name, async (signal) => {
    await removeWebhook(parts, signal);
    await announceMenu(parts, signal);
    await poll(parts, signal);
  });
  return led.stop;
}

function announce(parts: PollParts, path: string, { publicUrl, secret }: By<"webhook">): () => Promise<void> {
  const ending = new AbortController();
  const url = new URL(path, publicUrl).href;
  const announced = announceWebhook(parts, { url, secret }, ending.signal);
  return async () => {
    ending.abort();
    await announced;
  };
}
