import { GrammyError } from "grammy";
import { Fault } from "#src/kernel/fault.ts";
import { splitAddress } from "#src/message/address.ts";
import type { SendCall, SentPart } from "#src/message/channel.ts";
import type { FileStore, StoredFile } from "#src/message/file-store.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";
import { POSSIBLE_REPEAT } from "#src/text/render.ts";
import { marked } from "../marked.ts";
import { patienceMs } from "../patience.ts";
import type { Client } from "./client.ts";
import { isOfGateway, movedTo, toFault } from "./faults.ts";
import { CHAT_MS } from "./pace.ts";
import { remember } from "./remember.ts";
import { type Part, toInputFile, toKeyboard, toParts } from "./render.ts";

/**
 * Makes the sender of parts. A call may take as long as its bytes need. A chat that moved is followed from then on, but
 * never into a group: what is written to one person is not shown to many.
 */
export function createSender(client: Client, files: FileStore) {
  const sendReady = createReadySender({ client, noPhotos: new Map() });

  return async (
    message: OutboundMessage,
    { part: index, mayRepeat, signal }: SendCall,
  ): Promise<SentPart> => {
    const parts = toParts(message);
    const part = parts[index];
    if (part === undefined) return { externalId: "" };
    const ready = await fetchFile(files, message, part);
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(patienceMs(sizeOf(ready)))]);
    const externalId = await sendReady(chatOf(message), { ...ready, mayRepeat }, inTime);
    return { externalId, more: index + 1 < parts.length };
  };
}

const chatOf = (message: OutboundMessage): number => Number(splitAddress(message.conversation).rest);

type Ready = Pick<Part, "buttons"> &
  ({ readonly of: "text"; readonly text: string } | { readonly of: "file"; readonly file: StoredFile });
type Marked = Ready & { readonly mayRepeat: boolean };

async function fetchFile(files: FileStore, { conversation }: OutboundMessage, part: Part): Promise<Ready> {
  if (part.of === "text") return part;
  const file = await files.find(part.file.id, conversation);
  if (file === undefined) throw new Fault("channel.refused", "A file of the message is not kept any more.");
  return { ...part, file };
}

const sizeOf = (part: Ready): number => (part.of === "text" ? 0 : part.file.bytes.length);

/** How it is sent: pictures that Telegram takes for none go as the files they are. */
type Way = { readonly client: Client; readonly noPhotos: Map<string, number> };

function createReadySender(way: Way) {
  const moved = new Map<number, number>();
  const faultOf = (error: unknown, part: Marked, signal: AbortSignal): Fault => {
    const fault = toFault(error, signal);
    if (part.of === "text" || fault.code !== "channel.unreachable") return fault;
    const code = isOfGateway(error) ? "channel.file-away" : "channel.file-unsure";
    return new Fault(code, fault.message, { cause: fault });
  };
  const send = async (chat: number, part: Marked, signal: AbortSignal): Promise<string> => {
    try {
      return await call(way, chat, part, signal);
    } catch (error) {
      const to = movedTo(error);
      if (to === undefined) throw faultOf(error, part, signal);
      const externalId = await call(way, to, part, signal).catch((again: unknown) => {
        throw faultOf(again, part, signal);
      });
      remember(moved, chat, to);
      return externalId;
    }
  };
  return (chat: number, part: Marked, signal: AbortSignal): Promise<string> =>
    send(moved.get(chat) ?? chat, part, signal);
}

async function call(way: Way, chat: number, part: Marked, signal: AbortSignal): Promise<string> {
  const buttons =
    part.buttons.length === 0 ? {} : { reply_markup: { inline_keyboard: toKeyboard(part.buttons) } };
  if (part.of === "file") {
    const caption = part.mayRepeat ? { caption: POSSIBLE_REPEAT } : {};
    return sendFile(way, chat, part.file, { ...caption, ...buttons }, signal);
  }
  const sent = await way.client.api(signal).sendMessage(chat, marked(part.text, part.mayRepeat), {
    link_preview_options: { is_disabled: true },
    ...buttons,
  });
  return String(sent.message_id);
}

type Below = { readonly caption?: string } & Pick<
  NonNullable<Parameters<ReturnType<Client["api"]>["sendDocument"]>[2]>,
  "reply_markup"
>;

// A picture that Telegram takes for none (too long, too many points) goes as the file it is: by a call of its own,
// which waits for its turn as every call does.
async function sendFile(
  { client, noPhotos }: Way,
  chat: number,
  file: StoredFile,
  below: Below,
  signal: AbortSignal,
): Promise<string> {
  const api = client.api(signal);
  const asPhoto = file.type.startsWith("image/") && !noPhotos.has(file.id);
  const sent = asPhoto
    ? await api.sendPhoto(chat, toInputFile(file), below).catch((cause: unknown) => {
        if (!isNoPhoto(cause)) throw cause;
        remember(noPhotos, file.id, 1);
        throw new Fault("channel.slow-down", "Telegram takes a picture for none.", {
          retryAfterMs: CHAT_MS,
          cause,
        });
      })
    : await api.sendDocument(chat, toInputFile(file), below);
  return String(sent.message_id);
}

const isNoPhoto = (error: unknown): boolean =>
  error instanceof GrammyError &&
  (error.error_code === 413 || (error.error_code === 400 && /photo|image/iu.test(error.description)));
