import type { FastifyInstance } from "fastify";
import type { Clock } from "#src/kernel/clock.ts";
import type { Log } from "#src/kernel/log.ts";
import { splitAddress, toAddress } from "#src/message/address.ts";
import type { Accept, Channel, IsAwaited, Knows } from "#src/message/channel.ts";
import type { FileStore } from "#src/message/file-store.ts";
import type { Leadership } from "#src/message/leadership.ts";
import { botOf } from "./bot-of.ts";
import { type Client, createClient, TELEGRAM_ROOT } from "./client.ts";
import { createHearing, type HeardLately } from "./hearing.ts";
import { keepWebhook } from "./keep-webhook.ts";
import { TELEGRAM_PACE } from "./pace.ts";
import type { Heard } from "./parse.ts";
import { poll, type PollParts } from "./poll.ts";
import { createSender } from "./send.ts";
import { announceMenu, removeWebhook } from "./set-up.ts";
import { createTake } from "./take.ts";
import { createTyping } from "./typing.ts";
import { webhookRoutes } from "./webhook.ts";

/** One bot: how it speaks and hears, and where what it hears goes. */
export type TelegramOptions = {
  readonly token: string;
  /** A Bot API server of one's own, in place of Telegram's. */
  readonly root?: string;
  readonly hears: Hears;
  readonly accept: Accept;
  readonly knows: Knows;
  readonly isAwaited: IsAwaited;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
};

/** How updates come: fetched by the one process that leads, or delivered to any of them. */
export type Hears =
  | { readonly by: "polling"; readonly leadership: Leadership }
  | { readonly by: "webhook"; readonly publicUrl: string; readonly secret: string; readonly lookMs?: number };

/** Telegram with the routes it needs where it delivers, and how well it is heard by this process. */
export type TelegramChannel = Channel & {
  readonly routes: (app: FastifyInstance) => void;
  readonly heardLately: () => HeardLately | null;
};

/** Telegram as a channel. It starts without waiting for the network: what is due waits, and so does what is said. */
export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const { token, root = TELEGRAM_ROOT, hears } = options;
  const bot = botOf(token);
  const client = createClient(token, root);
  const typing = createTyping(client, (chat) => options.isAwaited(toAddress("telegram", bot, String(chat))));
  const taken = ({ message, tap }: Heard, isNew: boolean): void => {
    if (isNew) typing.expect(chatOf(message.conversation));
    if (tap !== undefined) stopSpinning(client, tap, options.log);
  };
  const take = createTake({ ...options, bot, client, taken });
  const send = createSender(client, options.files);
  const hearing = createHearing();
  const path = `/api/telegram/${bot}`;
  let ending = new AbortController();
  let ended = (): Promise<void> => Promise.resolve();

  return {
    name: "telegram",
    bot,
    pace: TELEGRAM_PACE,
    heardLately: hearing.now,
    start: () => {
      const parts = { ...options, client, take, hearing };
      ending = new AbortController();
      ended =
        hears.by === "polling"
          ? listen(parts, `telegram:${bot}`, hears)
          : announce(parts, path, hears, ending.signal);
      return Promise.resolve();
    },
    stop: async () => {
      ending.abort();
      await ended();
      typing.stop();
    },
    send: (message, call) => {
      typing.answered(chatOf(message.conversation));
      return send(message, call);
    },
    routes: (app) => {
      if (hears.by !== "webhook") return;
      webhookRoutes(app, { path, secret: hears.secret, take: (update) => take.whole(update, ending.signal) });
    },
  };
}

const chatOf = (conversation: string): number => Number(splitAddress(conversation).rest);

const ANSWER_MS = 5_000;
const LOOK_MS = 30_000;

// The tapped button spins until it is answered; an answer that comes too late is refused, and nothing is lost by it.
function stopSpinning({ api }: Client, tap: string, log: Log): void {
  api(AbortSignal.timeout(ANSWER_MS))
    .answerCallbackQuery(tap)
    .catch(() => log.info("telegram.tap-unanswered"));
}

type By<T extends Hears["by"]> = Extract<Hears, { by: T }>;

function listen(parts: PollParts, name: string, { leadership }: By<"polling">): () => Promise<void> {
  const led = leadership(name, async (signal) => {
    parts.hearing.begin();
    await removeWebhook(parts, signal);
    await announceMenu(parts, signal);
    await poll(parts, signal).finally(parts.hearing.end);
  });
  return led.stop;
}

function announce(
  parts: PollParts,
  path: string,
  { publicUrl, secret, lookMs = LOOK_MS }: By<"webhook">,
  signal: AbortSignal,
): () => Promise<void> {
  const url = `${publicUrl.replace(/\/+$/u, "")}${path}`;
  parts.hearing.begin();
  const kept = keepWebhook(parts, { url, secret, lookMs }, signal).finally(parts.hearing.end);
  return () => kept;
}
