import path from "node:path";
import type { FastifyInstance } from "fastify";
import type { HeardLately } from "#bot/telegram/hearing.ts";
import type { Database } from "#db/client.ts";
import type { JobParts } from "#jobs/job.ts";
import { noteHeard } from "#jobs/note-heard.ts";
import { mayReadMetrics } from "#src/http/health.ts";
import type { Clock } from "#src/kernel/clock.ts";
import type { Log } from "#src/kernel/log.ts";
import type { Accept, Channel } from "#src/message/channel.ts";
import type { FileStore } from "#src/message/file-store.ts";
import { createIsAwaited } from "./awaited.ts";
import type { Config } from "./config.ts";
import { createLeadership } from "./leadership.ts";
import { WECHAT_BOT } from "./running-channels.ts";
import { createKnows, requireDecision } from "./overseas.ts";
import { telegramBots } from "./telegram-bots.ts";

/** A channel with the routes it needs on our own server, if it needs any. */
export type Network = Channel & {
  readonly routes?: (app: FastifyInstance) => void;
  readonly isLoggedIn?: () => boolean;
  readonly heardLately?: () => HeardLately | null;
  readonly isLeading?: () => boolean;
};

/** What networks are made from. */
export type NetworkParts = {
  readonly database: Database;
  /** Where a network may keep what it must remember. */
  readonly folder: string;
  readonly jobs: JobParts;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
};

/**
 * Loads the networks that the settings name, and only those: their libraries are large. Throws `config.invalid` for a
 * channel abroad without a decision.
 */
export async function loadNetworks(
  config: Config,
  parts: NetworkParts,
): Promise<(accept: Accept) => readonly Network[]> {
  const makers = [...(await loadTelegram(config, parts)), ...(await loadWechat(config, parts))];
  return (accept) => makers.map((make) => make(accept));
}

type Make = (accept: Accept) => Network;

async function loadTelegram(config: Config, parts: NetworkParts): Promise<readonly Make[]> {
  const bots = telegramBots(config);
  if (bots.length === 0) return [];
  await requireDecision(parts.database.db, config);
  const { createTelegramChannel } = await import("#bot/telegram/channel.ts");
  const root = config.TELEGRAM_API_ROOT === undefined ? {} : { root: config.TELEGRAM_API_ROOT };
  const { db } = parts.database;
  const asked = { knows: createKnows(db), isAwaited: createIsAwaited(db) };
  const leadership = createLeadership(parts.database.address, parts.log);
  return bots.map(({ token, mode, secret }) => {
    const hears =
      mode === "webhook" && secret !== undefined
        ? ({ by: "webhook", secret, publicUrl: publicUrlOf(config) } as const)
        : ({ by: "polling", leadership } as const);
    return (accept) => createTelegramChannel({ ...parts, ...root, ...asked, token, hears, accept });
  });
}

async function loadWechat(config: Config, parts: NetworkParts): Promise<readonly Make[]> {
  const { WECHATY_PUPPET: puppet, WECHATY_TOKEN: token } = config;
  if (puppet === undefined) return [];
  const { createWechatChannel } = await import("#bot/wechat/channel.ts");
  const make: Make = (accept) =>
    createWechatChannel({
      ...parts,
      puppet,
      ...(token === undefined ? {} : { token }),
      bot: WECHAT_BOT,
      memory: path.join(parts.folder, "wechat"),
      leadership: createLeadership(parts.database.address, parts.log),
      accept,
      show: (text) => process.stderr.write(`${text}\n`),
      present: async (began) =>
        void (await noteHeard(parts.jobs, { channel: "wechat", bot: WECHAT_BOT }, began)),
      mayOperate: (request) => mayReadMetrics(request, config.METRICS_TOKEN),
    });
  return [make];
}

const publicUrlOf = (config: Config): string =>
  config.PUBLIC_URL ?? `http://${config.HOST}:${String(config.PORT)}`;
