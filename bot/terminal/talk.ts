import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "#src/kernel/clock.ts";
import type { Address } from "#src/message/address.ts";
import type { Accept } from "#src/message/channel.ts";
import { wellFormed } from "#src/message/well-formed.ts";
import { TERMINAL_TEXTS } from "#src/text/terminal.ts";
import type { Mailbox, Persona } from "../web/ports.ts";
import { toLines } from "./print.ts";

/** One conversation in a terminal. */
export type Terminal = {
  readonly bot: string;
  readonly accept: Accept;
  /** The mailbox of the web chat: the terminal is another window on the same conversation. */
  readonly mailbox: Mailbox;
  readonly clock: Clock;
  readonly lines: AsyncIterator<string>;
  readonly write: (text: string) => void;
};

const PAGE = 200;
const LOOK_MS = 25_000;
/** How long the next line waits for the answer to this one: piped lines may speak of what they were answered. */
const ANSWER_MS = 10_000;
/** Replies to one message come within this time of the first. */
const SETTLED_MS = 200;

/** Lets somebody of the demo talk, line by line, until 退出 or the end of the input. */
export async function talk(terminal: Terminal, persona: Persona): Promise<void> {
  const conversation = `web:${terminal.bot}:${persona.id}`;
  const closing = new AbortController();
  const heard = { last: await lastNumber(terminal.mailbox, conversation), total: 0 };
  terminal.write(`${TERMINAL_TEXTS.begin(persona.name)}\n`);
  const listening = listen(terminal, conversation, heard, closing.signal);
  for (let line = await terminal.lines.next(); line.done !== true; line = await terminal.lines.next()) {
    const text = wellFormed(line.value.trim());
    if (text === TERMINAL_TEXTS.leave) break;
    const before = heard.total;
    if (text !== "" && (await say(terminal, conversation, text))) await answerTo(() => heard.total > before);
  }
  closing.abort();
  await listening;
}

async function answerTo(isAnswered: () => boolean): Promise<void> {
  const until = performance.now() + ANSWER_MS;
  while (!isAnswered() && performance.now() < until) await sleep(20);
  await sleep(SETTLED_MS);
}

/** Pauses between tries to hand a line in: a database that starts anew is back by then. */
const AGAIN_MS = [300, 1_000, 3_000] as const;

// False where it could not be stored, of which the person has been told. A line keeps its id from try to try.
async function say(
  { bot, accept, clock, write }: Terminal,
  conversation: Address,
  text: string,
): Promise<boolean> {
  const externalId = `terminal/${randomUUID()}`;
  const body = { kind: "text", text, attachments: [] } as const;
  const message = { bot, externalId, conversation, sender: conversation, sentAt: clock(), body };
  for (const pauseMs of [0, ...AGAIN_MS]) {
    await sleep(pauseMs);
    const stored = await accept({ channel: "web", ...message }).catch(() => null);
    if (stored !== null) return true;
  }
  write(`${TERMINAL_TEXTS.refused}\n`);
  return false;
}

async function listen(
  { mailbox, write }: Terminal,
  conversation: Address,
  heard: { last: number; total: number },
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const ready = mailbox.wait(conversation, heard.last, LOOK_MS, signal);
    // While the database is away the terminal waits for it, as everybody does.
    const entries = await mailbox.list(conversation, heard.last, PAGE).catch(() => []);
    for (const entry of entries) write(toLines(entry));
    heard.last = entries.at(-1)?.seq ?? heard.last;
    heard.total += entries.length;
    if (entries.length === 0) await ready;
  }
}

async function lastNumber(mailbox: Mailbox, conversation: Address): Promise<number> {
  let last = 0;
  for (;;) {
    const entries = await mailbox.list(conversation, last, PAGE);
    const end = entries.at(-1);
    if (end === undefined) return last;
    last = end.seq;
  }
}
