import type { Update } from "grammy/types";
import type { Clock } from "#src/kernel/clock.ts";
import { Fault } from "#src/kernel/fault.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import type { Accept, Knows } from "#src/message/channel.ts";
import type { FileStore, KeptFile } from "#src/message/file-store.ts";
import type { InboundMessage } from "#src/message/inbound.ts";
import { keepFile, LARGEST_FILE } from "../keep-file.ts";
import type { Client } from "./client.ts";
import { toFault } from "./faults.ts";
import { type Heard, parseUpdate, type RemoteFile } from "./parse.ts";
import { remember } from "./remember.ts";

/** Where updates are taken from and where they go. */
export type TakeParts = {
  readonly bot: string;
  readonly client: Client;
  readonly accept: Accept;
  readonly knows: Knows;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Called for each message that was stored; `isNew` where it will be answered. */
  readonly taken: (heard: Heard, isNew: boolean) => void;
};

/** Takes one update in, until the signal; resolves only after everything of it is stored, its file first. */
type TakeIn = (update: Update, signal: AbortSignal) => Promise<void>;

/** The ways of taking an update in. What is left out is said to its sender. */
export type Take = {
  readonly whole: TakeIn;
  /** Without its file. */
  readonly fileless: TakeIn;
  /** No more than that something came. */
  readonly unread: TakeIn;
};

const DOWNLOAD_MS = 20_000;
const MOST_DOWNLOADS = 5;

/**
 * Takes updates in with their files, because Telegram keeps those for an hour only. A file whose download failed five
 * times is given up and the person is told; until then the update stays with Telegram. Files of strangers, who are
 * turned away, are never fetched.
 */
export function createTake(parts: TakeParts): Take {
  const download = createDownload(parts.client);
  const takeIn = async (
    update: Update,
    toStore: (heard: Heard) => InboundMessage[] | Promise<InboundMessage[]>,
  ): Promise<void> => {
    const heard = readUpdate(parts, update);
    if (heard === null) return;
    let isNew = false;
    for (const message of await toStore(heard)) {
      const { duplicate, tooMany = false } = await parts.accept(message);
      isNew ||= !duplicate && !tooMany;
    }
    parts.taken(heard, isNew);
  };
  return {
    whole: (update, signal) => takeIn(update, (heard) => toMessages(parts, heard, download, signal)),
    fileless: (update, signal) => takeIn(update, (heard) => toMessages(parts, heard, fetchNothing, signal)),
    unread: (update) => takeIn(update, (heard) => [toUnread(heard)]),
  };
}

function createDownload(client: Client): Download {
  const failures = new Map<string, number>();
  return async ({ externalId }, file, signal) => {
    const failed = failures.get(externalId) ?? 0;
    if (failed >= MOST_DOWNLOADS) return null;
    try {
      return await fetchBytes(client, file, signal);
    } catch (error) {
      // One that was called off, or put off by Telegram, says nothing about the file.
      const isPutOff = error instanceof Fault && error.code === "channel.slow-down";
      if (!signal.aborted && !isPutOff) remember(failures, externalId, failed + 1);
      throw error;
    }
  };
}

const fetchNothing: Download = () => Promise.resolve(null);

// What cannot be read now cannot be read later either: it is passed over, loudly.
function readUpdate({ bot, clock, log }: TakeParts, update: Update): Heard | null {
  try {
    return parseUpdate(bot, update, clock());
  } catch (error) {
    log.error("telegram.unreadable-update", { updateId: update.update_id, ...errorFacts(error) });
    return null;
  }
}

const toUnread = ({ message: { networkId: _id, ...message } }: Heard): InboundMessage => ({
  ...message,
  body: { kind: "unreadable", what: "other" },
});

/** The bytes behind a file; null where they are not to be had. Throws a Fault where another try may help. */
type Download = (message: InboundMessage, file: RemoteFile, signal: AbortSignal) => Promise<Buffer | null>;

async function toMessages(
  { files, knows }: TakeParts,
  { message, file }: Heard,
  download: Download,
  signal: AbortSignal,
): Promise<InboundMessage[]> {
  if (file === undefined) return [message];
  const { conversation, externalId } = message;
  const before = await files.kept(conversation, externalId);
  if (before !== undefined) return [withFile(message, before)];
  const isWanted = file.size <= LARGEST_FILE && (await knows(message.sender));
  const bytes = isWanted ? await download(message, file, signal) : null;
  const kept = bytes && (await keepFile(files, conversation, { name: file.name, bytes }, externalId));
  return kept === null || typeof kept === "string" ? withoutFile(message) : [withFile(message, kept)];
}

async function fetchBytes(client: Client, file: RemoteFile, ended: AbortSignal): Promise<Buffer | null> {
  const signal = AbortSignal.any([ended, AbortSignal.timeout(DOWNLOAD_MS)]);
  const { file_path: path } = await client
    .api(signal)
    .getFile(file.fileId)
    .catch((error: unknown) => refusedAsNull(toFault(error, signal)));
  return path === undefined ? null : client.download(path, signal);
}

// "File is too big" and "file is not there any more" are answers; everything else may be better next time.
function refusedAsNull(fault: ReturnType<typeof toFault>): { file_path?: string } {
  if (fault.code !== "channel.refused") throw fault;
  return {};
}

function withFile(message: InboundMessage, { id, name, type }: KeptFile): InboundMessage {
  if (message.body.kind !== "text") return message;
  return { ...message, body: { ...message.body, attachments: [{ id, name, type }] } };
}

// The words that came with a file count without it; that the file did not arrive is said in any case.
function withoutFile(message: InboundMessage): InboundMessage[] {
  const lost = {
    ...message,
    externalId: `${message.externalId}/file`,
    body: { kind: "unreadable", what: "file" } as const,
  };
  const hasWords = message.body.kind === "text" && message.body.text.trim() !== "";
  return hasWords ? [message, lost] : [lost];
}
