import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Clock } from "#src/kernel/clock.ts";
import type { Log } from "#src/kernel/log.ts";
import type { Accept, Channel } from "#src/message/channel.ts";
import type { FileStore } from "#src/message/file-store.ts";
import type { Leadership } from "#src/message/leadership.ts";
import { type LogIn, renderPage } from "./log-in.ts";
import { WECHAT_PACE } from "./pace.ts";
import { parseMessage } from "./parse.ts";
import { createPresence, type Presence } from "./presence.ts";
import { createSender } from "./send.ts";
import { createSession, type Puppet, type Session } from "./session.ts";
import { createTake, type Taking } from "./take.ts";

/** What the WeChat channel is made from. */
export type WechatOptions = {
  readonly puppet: Puppet;
  readonly token?: string;
  readonly bot: string;
  /** Where the log-in is remembered: an absolute path without an ending. */
  readonly memory: string;
  readonly leadership: Leadership;
  readonly accept: Accept;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly show: (text: string) => void;
  /** Called while somebody is logged in, every half minute; with `began` after a log-in and where words were missed. */
  readonly present: (began: boolean) => Promise<void>;
  /** May this request see the log-in page? */
  readonly mayOperate: (request: FastifyRequest) => boolean;
};

/** WeChat with its log-in page, and whether somebody is logged in here. */
export type WechatChannel = Channel & {
  readonly routes: (app: FastifyInstance) => void;
  readonly isLoggedIn: () => boolean;
  /** Whether the log-in is this process's to hold. */
  readonly isLeading: () => boolean;
};

const PRESENT_MS = 30_000;

/**
 * WeChat as a channel, by a puppet of wechaty. One process holds the log-in; the others send nothing and leave what is
 * due to it. It starts without waiting for the network.
 */
export function createWechatChannel(options: WechatOptions): WechatChannel {
  const { bot, log } = options;
  const presence = createPresence(options.present, log);
  let take: Taking["take"] | null = null;
  const session = createSession({
    ...options,
    heard: (message, names) => {
      const heard = parseMessage(bot, names, message);
      if (heard !== null) take?.(heard, message);
    },
    loggedIn: presence.broke,
    missed: presence.broke,
  });
  const isLoggedIn = (): boolean => session.current() !== null;
  let hurry = new AbortController();
  let leave = (): Promise<void> => Promise.resolve();

  return {
    name: "wechat",
    bot,
    pace: WECHAT_PACE,
    canSend: isLoggedIn,
    isLoggedIn,
    isLeading: () => session.logIn().state !== "elsewhere",
    start: () => {
      hurry = new AbortController();
      ({ take, leave } = begin(options, session, presence));
      return Promise.resolve();
    },
    // WeChat would not deliver again what is said during a stop: it is heard to the last, and stored for the next start.
    stop: () => {
      hurry.abort();
      return Promise.resolve();
    },
    leave: () => leave(),
    send: createSender(session.current, options.files, options.random, () => hurry.signal),
    routes: (app) => logInRoutes(app, options.mayOperate, session.logIn),
  };
}

type Begun = { readonly take: Taking["take"]; readonly leave: () => Promise<void> };

function begin(options: WechatOptions, session: Session, presence: Presence): Begun {
  const ending = new AbortController();
  const taking = createTake({ ...options, missed: presence.broke }, ending.signal);
  void session.prepare();
  const led = options.leadership(`wechat:${options.bot}`, (signal) => session.run(signal));
  const beat = setInterval(() => {
    if (session.current() !== null) presence.goesOn();
  }, PRESENT_MS);
  const leave = async (): Promise<void> => {
    clearInterval(beat);
    // What is in hand needs the log-in while it is looked up and fetched.
    await session.settled();
    ending.abort();
    await taking.settled();
    await led.stop();
    await session.ended();
    await taking.settled();
  };
  return { take: taking.take, leave };
}

function logInRoutes(
  app: FastifyInstance,
  mayOperate: WechatOptions["mayOperate"],
  logIn: () => LogIn,
): void {
  app.get("/operator/wechat", async (request, reply) => {
    if (!mayOperate(request)) return reply.code(404).send();
    return reply.type("text/html; charset=utf-8").send(await renderPage(logIn()));
  });
}
