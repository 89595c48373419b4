import type { Message, Update } from "grammy/types";
import { keep, type SeenMessage, type Upload } from "./calls.ts";
import type { TelegramServer } from "./server.ts";

/** Somebody with a phone: what he or she does becomes an update, what is sent to the chat can be seen. */
export type TelegramPerson = {
  readonly id: number;
  readonly says: (text: string) => Update;
  readonly edits: (said: Update, text: string) => Update;
  /** Changes anything of an earlier message. */
  readonly changes: (said: Update, content: Partial<Message>) => Update;
  /** Taps a button by its label, on the newest message that has it. */
  readonly taps: (label: string) => Update;
  readonly tapsData: (data: string) => Update;
  readonly sendsPhoto: (upload: Upload, caption?: string) => Update;
  readonly sendsDocument: (upload: Upload, caption?: string) => Update;
  /** Sends anything at all. */
  readonly sends: (content: Partial<Message>) => Update;
  readonly saysInGroup: (text: string) => Update;
  readonly sees: () => readonly SeenMessage[];
};

let messageId = 0;

export function telegramPerson(server: TelegramServer, id: number): TelegramPerson {
  const from = { id, is_bot: false, first_name: `人${id}` };
  const chat = { id, type: "private", first_name: from.first_name } as const;
  const frame = () => {
    messageId += 1;
    return { message_id: messageId, date: Math.floor(Date.now() / 1000), from, chat };
  };
  const sends = (content: Partial<Message>): Update =>
    server.happen({ message: { ...frame(), ...content } as Message & Update.NonChannel });
  const changes = (said: Update, content: Partial<Message>): Update =>
    server.happen({
      edited_message: {
        ...said.message,
        ...content,
        edit_date: Math.floor(Date.now() / 1000),
      } as Message & Update.Edited & Update.NonChannel,
    });
  const sees = () => server.state.messages.filter((one) => one.chat === id);
  const tapsData = (data: string): Update => {
    const tap = `tap-${(messageId += 1)}`;
    server.state.taps.add(tap);
    const message = { ...frame(), text: "…" } as Message;
    return server.happen({ callback_query: { id: tap, from, chat_instance: "1", data, message } });
  };
  return {
    id,
    sends,
    sees,
    tapsData,
    says: (text) => sends({ text }),
    edits: (said, text) => changes(said, { text }),
    changes,
    taps: (label) => {
      const data = sees()
        .flatMap((one) => one.buttons)
        .findLast((button) => button.label === label)?.data;
      if (data === undefined) throw new Error(`nobody offered ${label}`);
      return tapsData(data);
    },
    sendsPhoto: (upload, caption) => {
      const file = { file_id: keep(server.state, upload), file_unique_id: "1", width: 9, height: 9 };
      const photo = [{ ...file, file_size: upload.bytes.length }];
      return sends({ photo, ...(caption === undefined ? {} : { caption }) });
    },
    sendsDocument: (upload, caption) => {
      const file = { file_id: keep(server.state, upload), file_unique_id: "1", file_name: upload.name };
      const document = { ...file, file_size: upload.bytes.length };
      return sends({ document, ...(caption === undefined ? {} : { caption }) });
    },
    saysInGroup: (text) => sends({ text, chat: { id: -id, type: "group", title: "代表小组" } }),
  };
}
