import type { Contact, Friendship, Message, WechatyOptions } from "wechaty";
import type { Clock } from "#src/kernel/clock.ts";
import { inTime } from "#src/kernel/in-time.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import { pause } from "#src/kernel/pause.ts";
import { type Bare, hearInOrder } from "./hear.ts";
import { type LogIn, renderTerminal } from "./log-in.ts";
import type { Names } from "./parse.ts";
import { createRoll } from "./roll.ts";
import type { LoggedIn, Wrap } from "./send.ts";
import { whileItRuns } from "./while-it-runs.ts";

/** A puppet's npm name, or a puppet. */
export type Puppet = NonNullable<WechatyOptions["puppet"]>;

/** The account that is logged in, and who hears of what comes in it. */
export type SessionParts = {
  readonly puppet: Puppet;
  readonly token?: string;
  /** Where the log-in is remembered: an absolute path without an ending. */
  readonly memory: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Shows the operator a code to scan. */
  readonly show: (text: string) => void;
  readonly heard: (message: Message, names: Names) => void;
  readonly loggedIn: () => void;
  /** A message came that could not be had; without `bare` nobody knows whose it was. */
  readonly missed: (bare?: Bare) => void;
};

/** What a process that leads holds: the puppet, and where its log-in stands. */
export type Session = {
  readonly logIn: () => LogIn;
  /** Null while nobody is logged in. */
  readonly current: () => LoggedIn | null;
  /** Resolves when all that has arrived is looked up and handed on. */
  readonly settled: () => Promise<void>;
  /** Resolves when the puppet has stopped, also one that was still starting. */
  readonly ended: () => Promise<void>;
  /** Reads the library in, so that a process that stands by can follow at once. Never throws. */
  readonly prepare: () => Promise<void>;
  /** Runs the puppet until the signal. Never throws: a puppet that fails is an alarm, and is started again. */
  readonly run: (signal: AbortSignal) => Promise<void>;
};

type Standing = {
  logIn: LogIn;
  current: LoggedIn | null;
  arrived: () => Promise<void>;
  ended: Promise<void>;
};

const AGAIN_MS = 10_000;
const SELDOM_MS = 60_000;
// With the time in which a leader learns that it is none any more, less than until another one begins.
const STOP_MS = 1_500;
// An earlier log-in that goes on for longer is an alarm.
const FORMER_MS = 60_000;

/** A session of WeChat. Its library is large, and is loaded only where it may be run. */
export function createSession(parts: SessionParts): Session {
  const standing: Standing = {
    logIn: { state: "elsewhere" },
    current: null,
    arrived: () => Promise.resolve(),
    ended: Promise.resolve(),
  };
  return {
    logIn: () => standing.logIn,
    current: () => standing.current,
    settled: () => standing.arrived(),
    ended: () => standing.ended,
    // What cannot be loaded now is an alarm when it is run.
    prepare: () => loadLibrary().then(noop, noop),
    run: async (signal) => {
      while (!signal.aborted) {
        try {
          await runOnce(parts, standing, signal);
        } catch (error) {
          parts.log.error("wechat.failed", errorFacts(error));
          await pause(AGAIN_MS, signal);
        }
      }
    },
  };
}

const noop = (): void => undefined;

async function loadLibrary() {
  const [{ WechatyBuilder, types }, { FileBox }] = await Promise.all([import("wechaty"), import("file-box")]);
  return { WechatyBuilder, types, FileBox };
}

async function runOnce(parts: SessionParts, standing: Standing, signal: AbortSignal): Promise<void> {
  const { WechatyBuilder, types, FileBox } = await loadLibrary();
  const { puppet, token, memory: name, log, heard, missed } = parts;
  standing.logIn = { state: "waiting" };
  await formerEnded(standing, signal);
  if (signal.aborted) return;
  const wechaty = WechatyBuilder.build({
    name,
    puppet,
    ...(token === undefined ? {} : { puppetOptions: { token } }),
  });
  const wrap: Wrap = (file) => FileBox.fromBase64(file.bytes.toString("base64"), file.name);
  const names = { message: types.Message, person: types.Contact.Individual };
  followLogIn(parts, standing, { wechaty, wrap }, signal);
  const over = new AbortController();
  const hearing = hearInOrder(
    wechaty,
    { heard: (message) => heard(message, names), missed, log },
    over.signal,
  );
  standing.arrived = hearing.settled;
  wechaty.on("friendship", (request: Friendship) => {
    if (request.type() === types.Friendship.Receive) void befriend(request, log);
  });
  const started = wechaty.start();
  try {
    await inTime(started, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    if (!signal.aborted) await whileItRuns(wechaty, () => standing.current !== null, signal);
  } finally {
    standing.logIn = { state: "elsewhere" };
    standing.current = null;
    // What is starting cannot be called off: it is stopped as soon as it has started. Until then it hears.
    const stopped = started.then(noop, noop).then(() => wechaty.stop());
    standing.ended = stopped.then(noop, noop).finally(() => over.abort());
    await Promise.race([stopped, pause(STOP_MS, AbortSignal.timeout(STOP_MS))]);
  }
}

// Two log-ins at once would be what WeChat closes accounts for, and each would hear what the other does.
async function formerEnded(standing: Standing, signal: AbortSignal): Promise<void> {
  try {
    await inTime(standing.ended, AbortSignal.any([signal, AbortSignal.timeout(FORMER_MS)]));
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function followLogIn(
  { clock, log, show, loggedIn }: SessionParts,
  standing: Standing,
  way: Omit<LoggedIn, "roll">,
  signal: AbortSignal,
): void {
  way.wechaty
    .on("scan", (code: string) => {
      if (signal.aborted) return;
      standing.logIn = { state: "scan", code };
      void renderTerminal(code).then(show);
    })
    .on("login", (user: Contact) => {
      // One that is stopped while it starts logs in all the same.
      if (signal.aborted) return;
      standing.logIn = { state: "logged-in", name: user.name() };
      standing.current = { ...way, roll: createRoll(() => way.wechaty.puppet.contactList(), clock) };
      loggedIn();
    })
    .on("ready", () => standing.current?.roll.isWhole())
    .on("logout", () => {
      if (signal.aborted) return;
      standing.logIn = { state: "waiting" };
      standing.current = null;
      log.error("wechat.logged-out");
    })
    .on(
      "error",
      seldom((error) => log.warn("wechat.error", errorFacts(error))),
    );
}

// Away from its network a puppet fails several times a second, for days.
function seldom(note: (error: Error) => void): (error: Error) => void {
  let noted = -Infinity;
  return (error) => {
    if (performance.now() - noted < SELDOM_MS) return;
    noted = performance.now();
    note(error);
  };
}

// Whoever adds the account as a friend may write to it; who it is, only a code says.
async function befriend(request: Friendship, log: Log): Promise<void> {
  try {
    await request.accept();
  } catch (error) {
    log.warn("wechat.friend-not-accepted", errorFacts(error));
  }
}
