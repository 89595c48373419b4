import type { Contact, Friendship, Message, Wechaty, WechatyOptions } from "wechaty";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import { pause } from "#src/kernel/pause.ts";
import { type LogIn, toTerminal } from "./log-in.ts";
import type { Names } from "./parse.ts";
import type { Wrap } from "./send.ts";

/** A puppet's npm name, or a puppet. */
export type Puppet = NonNullable<WechatyOptions["puppet"]>;

export type SessionParts = {
  readonly puppet: Puppet;
  readonly token?: string;
  /** Where the log-in is remembered: an absolute path without an ending. */
  readonly memory: string;
  readonly log: Log;
  /** Shows the operator a code to scan. */
  readonly show: (text: string) => void;
  readonly heard: (message: Message, names: Names) => void;
  readonly loggedIn: () => void;
};

/** What a process that leads holds: the puppet, and where its log-in stands. */
export type Session = {
  readonly logIn: () => LogIn;
  /** The way to send; null while nobody is logged in. */
  readonly current: () => { wechaty: Wechaty; wrap: Wrap } | null;
  /** Runs the puppet until the signal. Never throws: a puppet that fails is an alarm, and is started again. */
  readonly run: (signal: AbortSignal) => Promise<void>;
};

const AGAIN_MS = 10_000;
/** After a scan the network speaks of a code that has been used for a moment longer. */
const PATIENCE_MS = 30_000;

/** A session of WeChat. Its library is large, and is loaded when it is run. */
export function createSession(parts: SessionParts): Session {
  let logIn: LogIn = { state: "elsewhere" };
  let current: ReturnType<Session["current"]> = null;

  async function once(signal: AbortSignal): Promise<void> {
    const { WechatyBuilder, types, FileBox } = await load();
    const { puppet, token, memory, log } = parts;
    const wechaty = WechatyBuilder.build({
      name: memory,
      puppet,
      ...(token === undefined ? {} : { puppetOptions: { token } }),
    });
    const names = { message: types.Message, person: types.Contact.Individual };
    wechaty
      .on("scan", (code: string) => {
        logIn = { state: "scan", code };
        void toTerminal(code).then(parts.show);
      })
      .on("login", (user: Contact) => {
        logIn = { state: "logged-in", name: user.name() };
        current = { wechaty, wrap: ({ bytes, name }) => FileBox.fromBase64(bytes.toString("base64"), name) };
        parts.loggedIn();
      })
      .on("logout", () => {
        logIn = { state: "waiting" };
        current = null;
        log.error("wechat.logged-out");
      })
      .on("friendship", (request: Friendship) => void befriend(request, types.Friendship.Receive, log))
      .on("error", (error: Error) => log.warn("wechat.error", errorFacts(error)));
    hearInOrder(wechaty, (message) => parts.heard(message, names), log);
    try {
      logIn = { state: "waiting" };
      await wechaty.start();
      await pause(FOREVER_MS, signal);
    } finally {
      logIn = { state: "elsewhere" };
      current = null;
      await Promise.race([wechaty.stop(), pause(PATIENCE_MS, AbortSignal.timeout(PATIENCE_MS))]);
    }
  }

  return {
    logIn: () => logIn,
    current: () => current,
    run: async (signal) => {
      while (!signal.aborted) {
        try {
          await once(signal);
        } catch (error) {
          parts.log.error("wechat.failed", errorFacts(error));
          await pause(AGAIN_MS, signal);
        }
      }
    },
  };
}

// wechaty looks each message up by itself and hands on whichever is ready first; a conversation has an order.
function hearInOrder(wechaty: Wechaty, heard: (message: Message) => void, log: Log): void {
  let line = Promise.resolve();
  const next = async (id: string): Promise<void> => {
    const message = await wechaty.Message.find({ id });
    if (message === undefined) log.error("wechat.message-not-had");
    else heard(message);
  };
  wechaty.on("puppet", (puppet) =>
    puppet.on("message", ({ messageId }) => {
      line = line
        .then(() => next(messageId))
        .catch((error: unknown) => log.error("wechat.message-not-had", errorFacts(error)));
    }),
  );
}

const FOREVER_MS = 2_147_483_647;

async function load() {
  const [{ WechatyBuilder, types }, { FileBox }] = await Promise.all([import("wechaty"), import("file-box")]);
  return { WechatyBuilder, types, FileBox };
}

// Whoever adds the account as a friend may write to it; who it is, only a code says.
async function befriend(request: Friendship, received: number, log: Log): Promise<void> {
  try {
    if (request.type() === received) await request.accept();
  } catch (error) {
    log.warn("wechat.friend-not-accepted", errorFacts(error));
  }
}
