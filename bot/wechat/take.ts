import type { Message } from "wechaty";
import { backoffMs } from "#src/kernel/backoff.ts";
import { inTime } from "#src/kernel/in-time.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import { pause } from "#src/kernel/pause.ts";
import type { Accept } from "#src/message/channel.ts";
import type { FileStore } from "#src/message/file-store.ts";
import type { InboundMessage } from "#src/message/inbound.ts";
import { type Keepable, cleanFile } from "../keep-file.ts";
import { fetchFile } from "./fetch-file.ts";
import { createFileRoom, type FileRoom } from "./file-room.ts";
import type { Heard } from "./parse.ts";

/** What messages go to, and who hears of those that cannot be taken in. */
export type TakeParts = {
  readonly accept: Accept;
  readonly files: FileStore;
  readonly random: () => number;
  readonly log: Log;
  /** Something was heard and cannot be taken in: those who were talking are to be asked. */
  readonly missed: () => void;
};

const LONGEST_PAUSE_MS = 10_000;
const MOST_DOWNLOADS = 3;
/** Ten megabytes at three megabits a second. */
const DOWNLOAD_MS = 30_000;
/** What a person says does not wait longer for a file that he sent before it. */
const FILE_PATIENCE_MS = 5_000;
/** What files may take of the memory: ten of the largest, some dozens of photos. */
const MOST_FILE_BYTES = 100 * 1024 * 1024;
/** What waits for a database that is away costs memory; beyond this it is given up, and the log says so. */
const MOST_WAITING = 5_000;

/** Messages on their way in. */
export type Taking = {
  /** Begins to take one in. */
  readonly receive: (heard: Heard) => void;
  /** Resolves when none is on its way any more. */
  readonly settled: () => Promise<void>;
};

/**
 * Takes messages in, those of one person in order, but for a file that is long in coming. WeChat delivers
 * nothing twice: what cannot be stored is tried again until it is, or once more after `ending`, which cuts files off.
 */
export function createTake(parts: TakeParts, ending: AbortSignal): Taking {
  const lines = new Map<string, Promise<void>>();
  // A file that is long in coming has left its line.
  const underWay = new Set<Promise<void>>();
  const room = createFileRoom(MOST_FILE_BYTES);
  let waiting = 0;

  const receive: Taking["receive"] = ({ message, source }) => {
    if (waiting >= MOST_WAITING) {
      parts.log.error("wechat.given-up", { waiting });
      parts.missed();
      return;
    }
    waiting += 1;
    const who = message.conversation;
    const turn = lines.get(who) ?? Promise.resolve();
    const whole = turn.then(() =>
      source === undefined ? message : withFile({ ...parts, room }, message, source, ending),
    );
    const stored = whole
      .then((one) => store(parts, one, ending))
      .finally(() => {
        waiting -= 1;
        underWay.delete(stored);
      });
    underWay.add(stored);
    const line = turn
      .then(() => inPatience(whole))
      .then((isWhole) => (isWhole ? stored : undefined))
      .finally(() => {
        if (lines.get(who) === line) lines.delete(who);
      });
    lines.set(who, line);
  };
  return { receive, settled: async () => void (await Promise.all(underWay)) };
}

async function inPatience(whole: Promise<unknown>): Promise<boolean> {
  const over = new AbortController();
  const late = pause(FILE_PATIENCE_MS, over.signal).then(() => false);
  const isWhole = await Promise.race([whole.then(() => true), late]);
  over.abort();
  return isWhole;
}

async function store(parts: TakeParts, message: InboundMessage, ending: AbortSignal): Promise<void> {
  const accepted = await untilDone(parts, () => parts.accept(message), ending);
  if (accepted === undefined) parts.log.error("wechat.given-up", { waiting: 1 });
}

/** Tries until it is done, for the last time after `ending` came; nothing where that fails too. */
async function untilDone<T>(
  { log, random }: TakeParts,
  call: () => Promise<T>,
  ending: AbortSignal,
): Promise<T | undefined> {
  for (let failures = 0; ; failures += 1) {
    const isLast = ending.aborted;
    try {
      return await call();
    } catch (error) {
      log.warn("wechat.not-taken", errorFacts(error));
      if (isLast) return undefined;
      await pause(Math.min(LONGEST_PAUSE_MS, backoffMs(failures + 1, random())), ending);
    }
  }
}

type FileParts = TakeParts & { readonly room: FileRoom };

async function withFile(
  parts: FileParts,
  message: InboundMessage,
  source: Message,
  ending: AbortSignal,
): Promise<InboundMessage> {
  const kept = await fetchAndKeep(parts, message, source, ending);
  if (kept === undefined || typeof kept === "string")
    return { ...message, body: { kind: "unreadable", what: "file" } };
  const { id, name, type } = kept;
  return { ...message, body: { kind: "text", text: "", attachments: [{ id, name, type }] } };
}

// Fetching it may be in vain; what was fetched is kept as words are.
async function fetchAndKeep(
  parts: FileParts,
  { conversation, externalId }: InboundMessage,
  source: Message,
  ending: AbortSignal,
) {
  const berth = await inTime(parts.room.enter(), ending).catch(() => null);
  if (berth === null) return undefined;
  try {
    const file = await fetchInTries(parts, source, ending);
    if (file === null) return undefined;
    berth.needs(file.bytes.length);
    return await untilDone(parts, () => parts.files.save(conversation, file, externalId), ending);
  } finally {
    berth.needs(0);
  }
}

async function fetchInTries(
  { log, random }: TakeParts,
  source: Message,
  ending: AbortSignal,
): Promise<Keepable | null> {
  for (let tries = 1; tries <= MOST_DOWNLOADS && !ending.aborted; tries += 1) {
    try {
      const file = await fetchFile(source, AbortSignal.any([ending, AbortSignal.timeout(DOWNLOAD_MS)]));
      return file === undefined ? null : cleanFile(file);
    } catch (error) {
      log.warn("wechat.file-not-had", errorFacts(error));
      await pause(backoffMs(tries, random()), ending);
    }
  }
  return null;
}
