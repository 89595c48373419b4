import type { Message } from "wechaty";
import { backoffMs } from "#src/kernel/backoff.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import { pause } from "#src/kernel/pause.ts";
import type { Accept } from "#src/message/channel.ts";
import type { FileStore } from "#src/message/file-store.ts";
import type { InboundMessage } from "#src/message/inbound.ts";
import { keepFile } from "../keep-file.ts";
import type { Heard } from "./parse.ts";

/** What taking a message in works with. */
export type TakeParts = {
  readonly accept: Accept;
  readonly files: FileStore;
  readonly random: () => number;
  readonly log: Log;
};

const LONGEST_PAUSE_MS = 10_000;
const MOST_DOWNLOADS = 3;
/** What waits for a database that is away costs memory; beyond this it is given up, and the log says so. */
const MOST_WAITING = 5_000;

/**
 * Makes what takes messages in, those of one person in order. WeChat delivers nothing twice: what cannot be stored is
 * tried again until it is, or until `ending`.
 */
export function createTake(parts: TakeParts, ending: AbortSignal) {
  const lines = new Map<string, Promise<void>>();
  let waiting = 0;

  return (heard: Heard, message: Message): void => {
    if (waiting >= MOST_WAITING) {
      parts.log.error("wechat.given-up", { waiting });
      return;
    }
    waiting += 1;
    const who = heard.message.conversation;
    const before = lines.get(who) ?? Promise.resolve();
    const line = before
      .then(() => takeIn(parts, heard, message, ending))
      .finally(() => {
        waiting -= 1;
        if (lines.get(who) === line) lines.delete(who);
      });
    lines.set(who, line);
  };
}

async function takeIn(parts: TakeParts, heard: Heard, message: Message, ending: AbortSignal): Promise<void> {
  const whole = heard.file ? await withFile(parts, heard.message, message, ending) : heard.message;
  for (let failures = 0; !ending.aborted; failures += 1) {
    try {
      await parts.accept(whole);
      return;
    } catch (error) {
      parts.log.warn("wechat.not-taken", errorFacts(error));
      await pause(Math.min(LONGEST_PAUSE_MS, backoffMs(failures + 1, parts.random())), ending);
    }
  }
  parts.log.error("wechat.given-up", { waiting: 1 });
}

async function withFile(
  parts: TakeParts,
  message: InboundMessage,
  source: Message,
  ending: AbortSignal,
): Promise<InboundMessage> {
  for (let tries = 1; tries <= MOST_DOWNLOADS && !ending.aborted; tries += 1) {
    try {
      const box = await source.toFileBox();
      const kept = await keepFile(parts.files, message.conversation, {
        name: box.name,
        bytes: await box.toBuffer(),
      });
      if (typeof kept === "string") break;
      const { id, name, type } = kept;
      return { ...message, body: { kind: "text", text: "", attachments: [{ id, name, type }] } };
    } catch (error) {
      parts.log.warn("wechat.file-not-had", errorFacts(error));
      await pause(backoffMs(tries, parts.random()), ending);
    }
  }
  return { ...message, body: { kind: "unreadable", what: "file" } };
}
