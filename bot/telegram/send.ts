import { Fault } from "#src/kernel/fault.ts";
import { pause } from "#src/kernel/pause.ts";
import { splitAddress } from "#src/message/address.ts";
import type { FileStore, StoredFile } from "#src/message/file-store.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";
import type { Client } from "./client.ts";
import { movedTo, toFault } from "./faults.ts";
import { type Part, toInputFile, toKeyboard, toParts } from "./render.ts";

const MOST_REMEMBERED = 1_000;

/** Telegram's own measure for one chat, which holds for the parts of one message too. */
const CHAT_MS = 1_000;

/**
 * Makes the sender. Of a message that takes several calls, those that succeeded are remembered until the last has:
 * a second attempt goes on where the first one stopped. A chat that moved is followed from then on, but never into a
 * group: what is written to one person is not shown to many.
 */
export function createSender(client: Client, files: FileStore) {
  const progress = new Map<string, number>();
  const sendPart = createPartSender(client);

  return async (message: OutboundMessage, signal: AbortSignal): Promise<{ externalId: string }> => {
    const parts = toParts(message, await findFiles(files, message));
    let externalId = "";
    let done = progress.get(message.key) ?? 0;
    for (const [index, part] of parts.slice(done).entries()) {
      if (index > 0) await pause(CHAT_MS, signal);
      externalId = await sendPart(chatOf(message), part, signal);
      done += 1;
      remember(progress, message.key, done);
    }
    progress.delete(message.key);
    return { externalId };
  };
}

const chatOf = (message: OutboundMessage): number => Number(splitAddress(message.conversation).rest);

function remember<K>(notes: Map<K, number>, key: K, value: number): void {
  notes.delete(key);
  notes.set(key, value);
  const [oldest] = notes.keys();
  if (notes.size > MOST_REMEMBERED && oldest !== undefined) notes.delete(oldest);
}

async function findFiles(files: FileStore, message: OutboundMessage): Promise<StoredFile[]> {
  const found = await Promise.all(message.attachments.map(({ id }) => files.find(id, message.conversation)));
  return found.map((file) => {
    if (file === undefined) throw new Fault("channel.refused", "A file of the message is not kept any more.");
    return file;
  });
}

function createPartSender(client: Client) {
  const moved = new Map<number, number>();
  const sendPart = async (chat: number, part: Part, signal: AbortSignal): Promise<string> => {
    try {
      return await call(client, chat, part, signal);
    } catch (error) {
      const to = movedTo(error);
      if (to === undefined) throw toFault(error, signal);
      const externalId = await call(client, to, part, signal).catch((again: unknown) => {
        throw toFault(again, signal);
      });
      remember(moved, chat, to);
      return externalId;
    }
  };
  return (chat: number, part: Part, signal: AbortSignal): Promise<string> =>
    sendPart(moved.get(chat) ?? chat, part, signal);
}

async function call(client: Client, chat: number, part: Part, signal: AbortSignal): Promise<string> {
  const api = client.api(signal);
  if (part.of === "file") {
    const sent = part.file.type.startsWith("image/")
      ? await api.sendPhoto(chat, toInputFile(part.file))
      : await api.sendDocument(chat, toInputFile(part.file));
    return String(sent.message_id);
  }
  const buttons =
    part.buttons.length === 0 ? {} : { reply_markup: { inline_keyboard: toKeyboard(part.buttons) } };
  const sent = await api.sendMessage(chat, part.text, {
    link_preview_options: { is_disabled: true },
    ...buttons,
  });
  return String(sent.message_id);
}
