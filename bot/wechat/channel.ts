import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Clock } from "#src/kernel/clock.ts";
import { inTime } from "#src/kernel/in-time.ts";
import type { Log } from "#src/kernel/log.ts";
import type { Accept, Channel } from "#src/message/channel.ts";
import type { FileStore } from "#src/message/file-store.ts";
import type { Leadership } from "#src/message/leadership.ts";
import { type LogIn, renderPage } from "./log-in.ts";
import { WECHAT_PACE } from "./pace.ts";
import { parseMessage, toUnread } from "./parse.ts";
import { createPresence, type Presence } from "./presence.ts";
import { createSender } from "./send.ts";
import { createSession, type Puppet, type Session } from "./session.ts";
import { createTake, type Taking } from "./take.ts";

/** One account: how it logs in, and where what it hears goes. */
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
  let receive: Taking["receive"] = () => undefined;
  const session = createSession({
    ...options,
    heard: (message, names) => {
      const heard = parseMessage(bot, names, message);
      if (heard !== null) receive(heard);
    },
    loggedIn: presence.broke,
    missed: (bare) => (bare === undefined ? presence.broke() : receive(toUnread(bot, bare, options.clock()))),
  });
  const isLoggedIn = (): boolean => session.current() !== null;
  let hurry = new AbortController();
  let begun: Begun | null = null;

  return {
    name: "wechat",
    bot,
    pace: WECHAT_PACE,
    canSend: isLoggedIn,
    isLoggedIn,
    isLeading: () => session.logIn().state !== "elsewhere",
    start: () => {
      hurry = new AbortController();
      begun = begin(options, session, presence);
      ({ receive } = begun);
      return Promise.resolve();
    },
    // WeChat would not deliver again what is said during a stop: it is heard to the last, and kept for the next start.
    stop: () => {
      hurry.abort();
      begun?.hush();
      return Promise.resolve();
    },
    leave: () => begun?.leave() ?? Promise.resolve(),
    send: createSender(session.current, options.files, options.random, () => hurry.signal),
    routes: (app) => logInRoutes(app, options.mayOperate, session.logIn),
  };
}

type Begun = Pick<Taking, "receive"> & {
  /** The stop has begun: from here on all steps of leaving share its few seconds. */
  readonly hush: () => void;
  readonly leave: () => Promise<void>;
};

/**
 * When each step of leaving is given up, counted from where the stop begins, in milliseconds. Meanwhile the last
 * answers go out, which may take three seconds; the process is ended after four and a half (`src/main.ts`).
 */
const HAD_BY = 1_500;
const STORED_BY = 2_500;
const LEFT_BY = 3_800;

function begin(options: WechatOptions, session: Session, presence: Presence): Begun {
  const ending = new AbortController();
  const taking = createTake({ ...options, missed: presence.broke }, ending.signal);
  void session.prepare();
  const led = options.leadership(`wechat:${options.bot}`, (signal) => session.run(signal));
  const beat = setInterval(() => {
    if (session.current() !== null) presence.goesOn();
  }, PRESENT_MS);
  const inHand = async (): Promise<void> => {
    await session.settled();
    await taking.settled();
  };
  let begunAt: number | undefined;
  const hush = (): void => {
    if (begunAt !== undefined) return;
    begunAt = performance.now();
    setTimeout(() => ending.abort(), HAD_BY).unref();
  };
  const by = (ms: number, step: () => Promise<void>): Promise<void> => {
    const leftMs = Math.max(0, Math.ceil((begunAt ?? 0) + ms - performance.now()));
    return inTime(step(), AbortSignal.timeout(leftMs)).catch(() => undefined);
  };
  const leave = async (): Promise<void> => {
    hush();
    clearInterval(beat);
    // What is in hand needs the log-in while it is looked up and fetched.
    await by(HAD_BY, inHand);
    ending.abort();
    await by(STORED_BY, taking.settled);
    await by(LEFT_BY, led.stop);
    await by(LEFT_BY, session.ended);
    // What was said until then.
    await by(LEFT_BY, inHand);
  };
  return { receive: taking.receive, hush, leave };
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
