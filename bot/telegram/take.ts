import type { Update } from "grammy/types";
import type { Clock } from "#src/kernel/clock.ts";
import { errorFacts, type Log } from "#src/kernel/log.ts";
import type { Accept, Knows } from "#src/message/channel.ts";
import type { FileStore } from "#src/message/file-store.ts";
import type { InboundMessage } from "#src/message/inbound.ts";
import { keepFile, LARGEST_FILE } from "../keep-file.ts";
import type { Client } from "./client.ts";
import { toFault } from "./faults.ts";
import { type Heard, parseUpdate, type RemoteFile } from "./parse.ts";

/** What taking an update in works with. */
export type TakeParts = {
  readonly bot: string;
  readonly client: Client;
  readonly accept: Accept;
  readonly knows: Knows;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Called for each message that was stored and will be answered. */
  readonly taken: (heard: Heard) => void;
};

const DOWNLOAD_MS = 20_000;
const MOST_DOWNLOADS = 5;

/**
 * Makes what takes an update in. It resolves only after everything of it is stored: the message, and before it the
 * file, because Telegram keeps files for an hour only. A file that cannot be had after five deliveries is given up and
 * the person is told; until then the update stays with Telegram. Files of strangers, who are turned away, are never
 * fetched.
 */
export function createTake(parts: TakeParts) {
  const failures = new Map<number, number>();

  return async (update: Update): Promise<void> => {
    const heard = readUpdate(parts, update);
    if (heard === null) return;
    const tried = failures.get(update.update_id) ?? 0;
    try {
      await store(parts, heard, tried >= MOST_DOWNLOADS);
      failures.delete(update.update_id);
    } catch (error) {
      failures.set(update.update_id, tried + 1);
      throw error;
    }
    parts.taken(heard);
  };
}

// What cannot be read now cannot be read later either: it is passed over, loudly.
function readUpdate({ bot, clock, log }: TakeParts, update: Update): Heard | null {
  try {
    return parseUpdate(bot, update, clock());
  } catch (error) {
    log.error("telegram.unreadable-update", { updateId: update.update_id, ...errorFacts(error) });
    return null;
  }
}

async function store(parts: TakeParts, { message, file }: Heard, givenUp: boolean): Promise<void> {
  if (file === undefined) {
    await parts.accept(message);
    return;
  }
  const isWanted = !givenUp && (await parts.knows(message.sender));
  const kept = isWanted ? await fetchFile(parts, message, file) : null;
  for (const one of kept === null ? withoutFile(message) : [withFile(message, kept)]) await parts.accept(one);
}

async function fetchFile({ client, files }: TakeParts, message: InboundMessage, file: RemoteFile) {
  if (file.size > LARGEST_FILE) return null;
  const signal = AbortSignal.timeout(DOWNLOAD_MS);
  const { file_path: path } = await client
    .api(signal)
    .getFile(file.fileId)
    .catch((error: unknown) => refusedAsNull(toFault(error, signal)));
  if (path === undefined) return null;
  const bytes = await client.download(path, signal);
  const kept = await keepFile(files, message.conversation, { name: file.name, bytes });
  return typeof kept === "string" ? null : kept;
}

// "File is too big" and "file is not there any more" are answers; everything else may be better next time.
function refusedAsNull(fault: ReturnType<typeof toFault>): { file_path?: string } {
  if (fault.code !== "channel.refused") throw fault;
  return {};
}

type File = NonNullable<Awaited<ReturnType<typeof fetchFile>>>;

function withFile(message: InboundMessage, { id, name, type }: File): InboundMessage {
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
